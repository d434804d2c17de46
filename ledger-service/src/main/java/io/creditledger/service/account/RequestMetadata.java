package io.creditledger.service.account;

/** What the metadata of an event says about the request that caused it. Part of the storage format. */
public final class RequestMetadata {

    /** The caller's idempotency key. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** What was asked, in short: see {@link AnsweredRequests.Answer#fingerprint()}. */
    public static final String FINGERPRINT = "requestFingerprint";

    /** Who asked for it: what was shown and which one, as in {@code key:key_5f0c}. Absent where the ledger acted by itself. */
    public static final String ACTOR = "actor";

    /**
     * Which step of which trace the request was at, as W3C Trace Context writes it. Only where the request was followed: whoever makes
     * read models of the fact goes on with the trace. Another process may send it with a command.
     */
    public static final String TRACEPARENT = "traceparent";

    private RequestMetadata() {}
}

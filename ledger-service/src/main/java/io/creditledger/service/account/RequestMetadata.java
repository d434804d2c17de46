package io.creditledger.service.account;

/** What the metadata of an event says about the request that caused it. Part of the storage format. */
public final class RequestMetadata {

    /** The caller's idempotency key. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** What was asked, in short: see {@link AnsweredRequests.Answer#fingerprint()}. */
    public static final String FINGERPRINT = "requestFingerprint";

    private RequestMetadata() {}
}

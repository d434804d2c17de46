package io.creditledger.service.platform.http;

/** The headers that are our own. */
public final class LedgerHeaders {

    /** The caller's word for "this same request". */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Says that the answer is the one an earlier request with the same key got. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private LedgerHeaders() {}
}

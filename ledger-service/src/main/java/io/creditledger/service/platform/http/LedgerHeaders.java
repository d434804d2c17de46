package io.creditledger.service.platform.http;

/** The headers that are our own. */
public final class LedgerHeaders {

    /** The caller's word for "this same request". */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Says that the answer is the one an earlier request with the same key got. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** The account's revision that an answer shows which has no field for it. */
    public static final String REVISION = "Ledger-Revision";

    /** When that revision came about. */
    public static final String AS_OF = "Ledger-As-Of";

    /** Which limit of requests is nearest to its end. */
    public static final String RATE_LIMIT_POLICY = "RateLimit-Policy";

    /** How far away its end is. */
    public static final String RATE_LIMIT = "RateLimit";

    private LedgerHeaders() {}
}

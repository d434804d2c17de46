package io.creditledger.client;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.LedgerRejection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger said no, and nothing has changed. A refusal of a request with an idempotency key is its answer for ever: who wants to
 * ask again, as for credits after some were bought, takes another key.
 */
public final class Refused extends LedgerException {

    private final transient Problem problem;

    Refused(Problem problem, @Nullable IdempotencyKey key, int attempts) {
        super(problem.kind() + ": " + problem.detail(), null, key, attempts);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Why, in the ledger's own words, as in {@code InsufficientCredits}; empty where the request itself was wrong. */
    public Optional<LedgerRejection> rejection() {
        return problem.rejection();
    }
}

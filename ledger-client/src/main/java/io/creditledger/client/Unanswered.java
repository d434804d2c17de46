package io.creditledger.client;

import io.creditledger.api.IdempotencyKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No attempt was answered in time. Nobody knows whether the request took effect: who repeats it with its key gets it done once,
 * whatever happened.
 */
public final class Unanswered extends LedgerException {

    private final transient @Nullable Problem problem;

    Unanswered(String why, @Nullable Throwable cause, @Nullable IdempotencyKey key, int attempts) {
        super(why, cause, key, attempts);
        this.problem = null;
    }

    Unanswered(Problem problem, @Nullable IdempotencyKey key, int attempts) {
        super(problem.kind() + ": " + problem.detail(), null, key, attempts);
        this.problem = problem;
    }

    /** What the last attempt was told, as in {@code unavailable}; empty when it was told nothing. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}

package io.creditledger.client;

import io.creditledger.api.IdempotencyKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is no answer to what was asked for: because the ledger said no, or because nobody knows what it said. */
public abstract sealed class LedgerException extends RuntimeException permits Refused, Unanswered, HistoryReplaced {

    private final transient @Nullable IdempotencyKey key;
    private final int attempts;

    LedgerException(String message, @Nullable Throwable cause, @Nullable IdempotencyKey key, int attempts) {
        super(message, cause);
        this.key = key;
        this.attempts = attempts;
    }

    /** The key by which the same request can be repeated, even by another process later; empty for what needs none. */
    public Optional<IdempotencyKey> idempotencyKey() {
        return Optional.ofNullable(key);
    }

    /** How often the request was sent; 0 when time or patience ended before. */
    public int attempts() {
        return attempts;
    }
}

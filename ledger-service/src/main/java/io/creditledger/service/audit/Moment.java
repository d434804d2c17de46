package io.creditledger.service.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment in the life of an account; without either, as it is now.
 *
 * @param at facts up to and including this time count; one that has not come yet is now
 * @param revision the last fact that counts; not together with a time
 */
public record Moment(@Nullable Instant at, @Nullable Long revision, Basis basis) {

    public Moment {
        if (at != null && revision != null) {
            throw new IllegalArgumentException("a moment is said by a time or by a revision");
        }
    }
}

package io.creditledger.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.LotSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credits to be granted.
 *
 * @param amount 1 to 1,000,000,000,000
 * @param source promotional, plan or adjustment; purchased lots come from purchases alone
 * @param description 1 to 500 characters
 * @param priority 0 to 100, lower burns first; null is 50
 * @param effectiveAt when the credits can first be spent; null is at once
 * @param expiresAt from when they can't be spent any more; null is never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantRequest(
        long amount,
        LotSource source,
        String description,
        @Nullable Integer priority,
        @Nullable Instant effectiveAt,
        @Nullable Instant expiresAt) {

    public static GrantRequest of(long amount, LotSource source, String description) {
        return new GrantRequest(amount, source, description, null, null, null);
    }

    /** The same, burnt sooner or later than others. */
    public GrantRequest withPriority(int other) {
        return new GrantRequest(amount, source, description, other, effectiveAt, expiresAt);
    }

    /** The same, to be spent from then on. */
    public GrantRequest effectiveFrom(Instant other) {
        return new GrantRequest(amount, source, description, priority, other, expiresAt);
    }

    /** The same, to be spent until then. */
    public GrantRequest expiringAt(Instant other) {
        return new GrantRequest(amount, source, description, priority, effectiveAt, other);
    }
}

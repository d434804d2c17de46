package io.creditledger.api.account.commands;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives the account a lot of credits.
 *
 * @param amount 1 to 1,000,000,000,000
 * @param source promotional, plan or adjustment; purchased lots come from purchases alone
 * @param description 1 to 500 characters
 * @param priority 0 to 100, lower burns first; null is 50
 * @param effectiveAt when the credits can first be spent; null is at once
 * @param expiresAt from when they can't be spent any more, after effectiveAt and in the future; null is never
 */
public record GrantCredits(
        AccountId accountId,
        IdempotencyKey idempotencyKey,
        Credits amount,
        LotSource source,
        String description,
        @Nullable Integer priority,
        @Nullable Instant effectiveAt,
        @Nullable Instant expiresAt)
        implements CreditMovement {

    public static final int DEFAULT_PRIORITY = 50;
    public static final int MAX_PRIORITY = 100;
}

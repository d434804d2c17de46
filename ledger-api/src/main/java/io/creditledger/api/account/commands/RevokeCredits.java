package io.creditledger.api.account.commands;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.money.Credits;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what is unspent of a lot, whole or in part.
 *
 * @param amount 1 up to what is unspent; null is all of that
 * @param reason 1 to 500 characters
 */
public record RevokeCredits(
        AccountId accountId,
        IdempotencyKey idempotencyKey,
        LotId lotId,
        @Nullable Credits amount,
        String reason) implements CreditMovement {}

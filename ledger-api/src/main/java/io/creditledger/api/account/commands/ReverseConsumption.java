package io.creditledger.api.account.commands;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.money.Credits;
import org.jspecify.annotations.Nullable;

/**
 * Gives back a consumption, whole or in part, to the lots it drew, the last drawn first.
 *
 * @param amount 1 up to what is left to give back; null is all of that
 * @param reason 1 to 500 characters
 */
public record ReverseConsumption(
        AccountId accountId,
        IdempotencyKey idempotencyKey,
        ConsumptionId consumptionId,
        @Nullable Credits amount,
        String reason)
        implements CreditMovement {}

package io.creditledger.api.account.commands;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.money.Credits;
import org.jspecify.annotations.Nullable;

/**
 * Spends credits, in burn order, all or nothing.
 *
 * @param amount 1 to 1,000,000,000,000
 * @param description 1 to 500 characters, as in "Website generation"
 * @param website the website that triggered it
 */
public record ConsumeCredits(
        AccountId accountId,
        IdempotencyKey idempotencyKey,
        Credits amount,
        String description,
        @Nullable Website website,
        Metadata metadata)
        implements CreditMovement {}

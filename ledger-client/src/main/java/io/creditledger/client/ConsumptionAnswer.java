package io.creditledger.client;

import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.BalanceView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumption: which lots paid how much, and the balance after it.
 *
 * @param website the website that it was for; null for none
 * @param revision the account's revision of the consumption: a read that asks for it sees the consumption
 */
public record ConsumptionAnswer(
        ConsumptionId consumptionId,
        String accountId,
        long amount,
        String description,
        @Nullable Website website,
        Metadata metadata,
        List<Draw> draws,
        Instant occurredAt,
        BalanceView balance,
        long revision) {}

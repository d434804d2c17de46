package io.creditledger.client;

import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.BalanceView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reversal: which lots got how much back, and the balance after it.
 *
 * @param website the website that the consumption was for; null for none
 * @param revision the account's revision of the reversal: a read that asks for it sees the reversal
 */
public record ReversalAnswer(
        ReversalId reversalId,
        ConsumptionId consumptionId,
        String accountId,
        long amount,
        String reason,
        @Nullable Website website,
        List<Draw> returns,
        Instant occurredAt,
        BalanceView balance,
        long revision) {}

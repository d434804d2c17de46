package io.creditledger.api.account.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.Website;
import io.creditledger.api.money.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumption was given back, whole or in part.
 *
 * @param website the website of the consumption, whose use it lessens
 * @param returns which lots got how much back, in reverse burn order; with the settled debt they add up to the amount
 * @param settledDebt how much of the amount paid debt; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsumptionReversed(
        AccountId accountId,
        ReversalId reversalId,
        ConsumptionId consumptionId,
        Credits amount,
        String reason,
        @Nullable Website website,
        List<Draw> returns,
        @Nullable Credits settledDebt,
        Balance balance)
        implements AccountEvent {

    public ConsumptionReversed {
        returns = List.copyOf(returns);
    }

    /** To an account without debt. */
    public ConsumptionReversed(
            AccountId accountId,
            ReversalId reversalId,
            ConsumptionId consumptionId,
            Credits amount,
            String reason,
            @Nullable Website website,
            List<Draw> returns,
            Balance balance) {
        this(accountId, reversalId, consumptionId, amount, reason, website, returns, null, balance);
    }
}

package io.creditledger.api.account.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.money.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Credits were spent.
 *
 * @param draws which lots paid how much, in burn order; they add up to the amount
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditsConsumed(
        AccountId accountId,
        ConsumptionId consumptionId,
        Credits amount,
        String description,
        @Nullable Website website,
        Metadata metadata,
        List<Draw> draws,
        Balance balance)
        implements AccountEvent {

    public CreditsConsumed {
        draws = List.copyOf(draws);
    }
}

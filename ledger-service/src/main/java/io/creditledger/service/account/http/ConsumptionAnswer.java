package io.creditledger.service.account.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.queries.BalanceView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a consumption is answered: which lots paid how much, and the balance after it. */
record ConsumptionAnswer(
        String consumptionId,
        String accountId,
        long amount,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Website website,
        Metadata metadata,
        List<Draw> draws,
        Instant occurredAt,
        BalanceView balance,
        long revision) {

    static ConsumptionAnswer of(CreditsConsumed fact, Recorded recorded) {
        return new ConsumptionAnswer(
                fact.consumptionId().value(),
                fact.accountId().value(),
                fact.amount().amount(),
                fact.description(),
                fact.website(),
                fact.metadata(),
                fact.draws(),
                recorded.occurredAt(),
                CommandAnswers.balanceAfter(recorded),
                recorded.revision());
    }
}

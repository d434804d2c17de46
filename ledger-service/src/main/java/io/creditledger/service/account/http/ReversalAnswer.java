package io.creditledger.service.account.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.queries.BalanceView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reversal is answered: which lots got how much back, and the balance after it. */
record ReversalAnswer(
        String reversalId,
        String consumptionId,
        String accountId,
        long amount,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Website website,
        List<Draw> returns,
        Instant occurredAt,
        BalanceView balance,
        long revision) {

    static ReversalAnswer of(ConsumptionReversed fact, Recorded recorded) {
        return new ReversalAnswer(
                fact.reversalId().value(),
                fact.consumptionId().value(),
                fact.accountId().value(),
                fact.amount().amount(),
                fact.reason(),
                fact.website(),
                fact.returns(),
                recorded.occurredAt(),
                CommandAnswers.balanceAfter(recorded),
                recorded.revision());
    }
}

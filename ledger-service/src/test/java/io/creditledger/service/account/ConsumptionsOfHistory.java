package io.creditledger.service.account;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Past consumptions read from an account's whole history: the plainest thing that can be right. */
final class ConsumptionsOfHistory implements PastConsumptions {

    private final Function<AccountId, DomainEventStream> history;

    ConsumptionsOfHistory(Function<AccountId, DomainEventStream> history) {
        this.history = history;
    }

    @Override
    public Optional<PastConsumption> find(AccountId account, ConsumptionId consumption) {
        List<CreditsConsumed> consumed = new ArrayList<>();
        List<ConsumptionReversed> reversals = new ArrayList<>();
        history.apply(account).forEachRemaining(message -> {
            if (message.getPayload() instanceof CreditsConsumed event
                    && event.consumptionId().equals(consumption)) {
                consumed.add(event);
            }
            if (message.getPayload() instanceof ConsumptionReversed event
                    && event.consumptionId().equals(consumption)) {
                reversals.add(event);
            }
        });
        return consumed.stream().findFirst().map(event -> new PastConsumption(event, reversals));
    }
}

package io.creditledger.service.account;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import java.util.List;
import java.util.Optional;

/**
 * Consumptions as the event store has them. An account holds none in memory, since it may have millions; a reversal, which is
 * rare, looks its consumption up.
 */
public interface PastConsumptions {

    /** The consumption with all its reversals so far, if the account ever had it. */
    Optional<PastConsumption> find(AccountId account, ConsumptionId consumption);

    /**
     * A consumption and what was given back of it.
     *
     * @param reversals in the order in which they happened
     */
    record PastConsumption(CreditsConsumed consumed, List<ConsumptionReversed> reversals) {

        public PastConsumption {
            reversals = List.copyOf(reversals);
        }
    }
}

package io.creditledger.projections.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import org.junit.jupiter.api.Test;

class PaymentsProjectionTest {

    /** In the place of a switch: one would have every consumption decoded. Add a new fact here once you have decided about it. */
    @Test
    void onlyGrantsAmongTheFactsAboutCreditsMatter() {
        assertThat(AccountEvent.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        CreditsGranted.class,
                        // Payments know nothing of these.
                        AccountOpened.class,
                        AccountDetailsChanged.class,
                        LotActivated.class,
                        LotExpired.class,
                        CreditsConsumed.class,
                        ConsumptionReversed.class,
                        CreditsRevoked.class);
    }
}

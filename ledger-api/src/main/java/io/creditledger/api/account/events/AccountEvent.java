package io.creditledger.api.account.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;

/**
 * A fact in the history of a credit account.
 *
 * <p>The simple class name and the JSON of each are stored for ever: {@code src/test/resources/events} pins them.
 */
public sealed interface AccountEvent
        permits AccountOpened,
                AccountDetailsChanged,
                CreditsGranted,
                LotActivated,
                LotExpired,
                CreditsConsumed,
                ConsumptionReversed,
                CreditsRevoked {

    AccountId accountId();

    /** The account's balance once this has happened. */
    Balance balance();
}

package io.creditledger.api.account.events;

import io.creditledger.api.LedgerEvent;

/**
 * A fact about an account's credits.
 *
 * <p>The simple class name and the JSON of each are stored for ever: {@code src/test/resources/events} pins them.
 */
public sealed interface AccountEvent extends LedgerEvent
        permits AccountOpened,
                AccountDetailsChanged,
                CreditsGranted,
                LotActivated,
                LotExpired,
                CreditsConsumed,
                ConsumptionReversed,
                CreditsRevoked {}

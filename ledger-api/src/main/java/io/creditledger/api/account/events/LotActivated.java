package io.creditledger.api.account.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.LotId;
import io.creditledger.api.money.Credits;

/** A lot granted for later came into effect: its credits, frozen until now, can be spent. */
public record LotActivated(AccountId accountId, LotId lotId, Credits amount, Balance balance) implements AccountEvent {}

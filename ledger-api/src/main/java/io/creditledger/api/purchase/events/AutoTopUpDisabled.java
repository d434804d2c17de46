package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;

/** The account buys no credits by itself any more. */
public record AutoTopUpDisabled(AccountId accountId, Balance balance) implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;

/** Automatic top-ups go on. */
public record AutoTopUpResumed(AccountId accountId, Balance balance) implements PurchaseEvent {}

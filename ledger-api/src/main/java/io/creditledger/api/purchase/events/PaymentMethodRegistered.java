package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.Card;

/** A card was saved. */
public record PaymentMethodRegistered(AccountId accountId, Card card, Balance balance) implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.Card;

/** What is known of a saved card has changed: its bank has renewed it, for instance. */
public record PaymentMethodUpdated(AccountId accountId, Card card, Balance balance) implements PurchaseEvent {}

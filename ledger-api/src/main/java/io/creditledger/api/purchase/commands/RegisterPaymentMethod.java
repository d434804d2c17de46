package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;

/** Saves a card of the customer, or what has changed about it. The first one becomes the default. */
public record RegisterPaymentMethod(AccountId accountId, CustomerReference customerReference, Card card)
        implements PurchaseCommand {}

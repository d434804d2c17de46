package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.CustomerReference;

/** The payment provider knows the account as this customer. */
public record CustomerRegistered(AccountId accountId, CustomerReference customerReference, Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentMethodId;

/** The payment provider has the card no more. */
public record PaymentMethodRemoved(AccountId accountId, PaymentMethodId paymentMethodId, Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentMethodId;

/** A saved card is the one to pay with from now on. */
public record DefaultPaymentMethodSet(AccountId accountId, PaymentMethodId paymentMethodId, Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentMethodId;

/** A card was removed: it is not used any more. The payment provider still has to forget it. */
public record PaymentMethodRemovalRequested(AccountId accountId, PaymentMethodId paymentMethodId, Balance balance)
        implements PurchaseEvent {}

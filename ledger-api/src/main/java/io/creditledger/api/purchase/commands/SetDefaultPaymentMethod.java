package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentMethodId;

/** Makes a saved card the one that is paid with unless another is named. */
public record SetDefaultPaymentMethod(AccountId accountId, PaymentMethodId paymentMethodId)
        implements PurchaseCommand {}

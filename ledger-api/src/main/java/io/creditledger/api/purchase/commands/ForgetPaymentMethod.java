package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentMethodId;

/** Tells that the payment provider has a card no more. */
public record ForgetPaymentMethod(AccountId accountId, PaymentMethodId paymentMethodId) implements PurchaseCommand {}

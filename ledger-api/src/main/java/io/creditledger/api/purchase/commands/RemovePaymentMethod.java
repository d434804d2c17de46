package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentMethodId;

/** Removes a saved card: it is not used any more from now on, and forgotten by the payment provider soon. */
public record RemovePaymentMethod(AccountId accountId, PaymentMethodId paymentMethodId) implements PurchaseCommand {}

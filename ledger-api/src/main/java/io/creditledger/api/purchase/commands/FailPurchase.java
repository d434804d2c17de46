package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PurchaseId;

/**
 * Ends a purchase for which the payment provider refuses to make a payment. Answered by a {@link
 * io.creditledger.api.purchase.PurchaseState}.
 *
 * @param attempt the attempt that was refused; any other is history, and nothing happens
 */
public record FailPurchase(AccountId accountId, PurchaseId purchaseId, int attempt, PaymentFailure failure)
        implements PurchaseCommand {}

package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;

/** Tells that the payment provider refuses a refund: the credits held for it can be spent again. */
public record FailRefund(AccountId accountId, PurchaseId purchaseId, RefundId refundId, PaymentFailure failure)
        implements PurchaseCommand {}

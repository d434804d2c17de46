package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PurchaseId;

/** The payment provider makes no payment for the purchase, which ends it. */
public record PurchaseFailed(AccountId accountId, PurchaseId purchaseId, PaymentFailure failure, Balance balance)
        implements PurchaseEvent {}

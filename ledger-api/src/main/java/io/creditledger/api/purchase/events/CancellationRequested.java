package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.PurchaseId;

/** The purchase is to be ended. It may still turn out to have been paid just before. */
public record CancellationRequested(
        AccountId accountId, PurchaseId purchaseId, CancellationReason reason, Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.PurchaseId;

/**
 * Ends a purchase that nobody has paid. Whether it comes in time is for the payment provider to say. Answered by a {@link
 * io.creditledger.api.purchase.PurchaseState}.
 */
public record CancelPurchase(AccountId accountId, PurchaseId purchaseId, CancellationReason reason)
        implements PurchaseCommand {}

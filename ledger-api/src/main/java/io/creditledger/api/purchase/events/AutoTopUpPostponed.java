package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;

/**
 * A top-up was declined for now; another one is tried later.
 *
 * @param failures how many were declined one after the other
 */
public record AutoTopUpPostponed(
        AccountId accountId,
        PurchaseId purchaseId,
        PaymentFailure failure,
        int failures,
        Instant nextAttemptAt,
        Balance balance)
        implements PurchaseEvent {}

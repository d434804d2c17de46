package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;

/** The bank is working on the payment. */
public record PaymentUnderWay(
        AccountId accountId,
        PurchaseId purchaseId,
        PaymentReference paymentReference,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;

/** The bank wants to see the customer before it pays. */
public record PaymentActionRequired(
        AccountId accountId,
        PurchaseId purchaseId,
        PaymentReference paymentReference,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {}

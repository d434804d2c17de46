package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;

/** There is a payment, which waits for a card. */
public record PaymentRequested(
        AccountId accountId,
        PurchaseId purchaseId,
        PaymentReference paymentReference,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;

/** An attempt to pay failed. Another one may succeed: the payment still waits for a card. */
public record PaymentDeclined(
        AccountId accountId,
        PurchaseId purchaseId,
        PaymentReference paymentReference,
        PaymentFailure failure,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {}

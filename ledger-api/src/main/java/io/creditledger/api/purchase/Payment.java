package io.creditledger.api.purchase;

import io.creditledger.api.money.Price;

/** What a lot was paid with. */
public record Payment(PurchaseId purchaseId, PaymentReference paymentReference, Price price) {}

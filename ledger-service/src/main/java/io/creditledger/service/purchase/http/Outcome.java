package io.creditledger.service.purchase.http;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import io.creditledger.api.purchase.events.PurchaseFailed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the payment of a purchase went at first, as a fact tells it. */
record Outcome(
        PurchaseStatus status,
        @Nullable PaymentReference payment,
        @Nullable PaymentFailure failure) {

    static Outcome of(LedgerEvent fact) {
        return switch (fact) {
            case PaymentRequested requested -> toBePaid(requested.paymentReference(), null);
            case PaymentDeclined declined -> toBePaid(declined.paymentReference(), declined.failure());
            case PaymentActionRequired required ->
                new Outcome(PurchaseStatus.REQUIRES_ACTION, required.paymentReference(), null);
            case PaymentUnderWay underWay -> new Outcome(PurchaseStatus.PROCESSING, underWay.paymentReference(), null);
            case CreditsGranted granted -> paid(granted);
            case PurchaseFailed failed -> new Outcome(PurchaseStatus.FAILED, null, failed.failure());
            case PurchaseCanceled canceled -> new Outcome(PurchaseStatus.CANCELED, canceled.paymentReference(), null);
            default ->
                throw new IllegalArgumentException(fact.getClass().getSimpleName() + " is no outcome of a purchase");
        };
    }

    private static Outcome toBePaid(PaymentReference payment, @Nullable PaymentFailure failure) {
        return new Outcome(PurchaseStatus.REQUIRES_PAYMENT_METHOD, payment, failure);
    }

    private static Outcome paid(CreditsGranted granted) {
        Payment payment = Objects.requireNonNull(granted.payment(), "nobody bought these credits");
        return new Outcome(PurchaseStatus.SUCCEEDED, payment.paymentReference(), null);
    }

    /** Whether the customer has something to do in a browser, for which it needs the payment's client secret. */
    boolean needsCustomer() {
        return needsCustomer(status);
    }

    static boolean needsCustomer(PurchaseStatus status) {
        return status == PurchaseStatus.REQUIRES_PAYMENT_METHOD || status == PurchaseStatus.REQUIRES_ACTION;
    }
}

package io.creditledger.service.purchase.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PaymentState.Dispute;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PaymentState.Refund;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stripe's objects in the ledger's words. A status that is not known here is a reason to conclude nothing. */
final class PaymentStates {

    private static final Map<String, PaymentStatus> STATUSES = Map.of(
            "requires_payment_method", PaymentStatus.REQUIRES_PAYMENT_METHOD,
            // The customer has chosen a card and not said yes: as far as the ledger is concerned, there is none.
            "requires_confirmation", PaymentStatus.REQUIRES_PAYMENT_METHOD,
            "requires_action", PaymentStatus.REQUIRES_ACTION,
            "processing", PaymentStatus.PROCESSING,
            // Set aside by the bank, not there yet. The ledger never asks for that.
            "requires_capture", PaymentStatus.PROCESSING,
            "succeeded", PaymentStatus.SUCCEEDED,
            "canceled", PaymentStatus.CANCELED);

    private static final Map<String, DisputeStatus> DISPUTES = Map.of(
            "warning_needs_response", DisputeStatus.INQUIRY,
            "warning_under_review", DisputeStatus.INQUIRY,
            "warning_closed", DisputeStatus.INQUIRY,
            "needs_response", DisputeStatus.OPEN,
            "under_review", DisputeStatus.OPEN,
            "won", DisputeStatus.WON,
            "prevented", DisputeStatus.WON,
            "lost", DisputeStatus.LOST);

    private static final Set<String> EFFECTIVE = Set.of("succeeded", "pending", "requires_action");
    private static final Set<String> VOID = Set.of("failed", "canceled");

    private final StripeMetadata metadata;

    PaymentStates(StripeMetadata metadata) {
        this.metadata = metadata;
    }

    /**
     * All of a payment's state.
     *
     * @param refunds the oldest first
     * @param disputes the oldest first
     */
    PaymentState state(
            PaymentIntent intent,
            List<com.stripe.model.Refund> refunds,
            List<com.stripe.model.Dispute> disputes,
            Instant observedAt) {
        PaymentStatus status = status(intent.getStatus());
        return new PaymentState(
                new PaymentReference(intent.getId()),
                intent.getCustomer() == null ? null : new CustomerReference(intent.getCustomer()),
                status,
                new Price(intent.getAmount(), intent.getCurrency().toLowerCase(Locale.ROOT)),
                status == PaymentStatus.SUCCEEDED || intent.getLastPaymentError() == null
                        ? null
                        : StripeCalls.failure(intent.getLastPaymentError()),
                receipt(intent.getLatestChargeObject()),
                refunds.stream().map(this::refund).toList(),
                disputes.stream().map(PaymentStates::dispute).toList(),
                observedAt);
    }

    static PaymentStatus status(@Nullable String status) {
        return known(STATUSES.get(Objects.requireNonNullElse(status, "")), "payment", status);
    }

    private static @Nullable String receipt(@Nullable Charge charge) {
        return charge == null ? null : charge.getReceiptUrl();
    }

    private Refund refund(com.stripe.model.Refund refund) {
        String status = Objects.requireNonNullElse(refund.getStatus(), "");
        boolean effective = EFFECTIVE.contains(status);
        if (!effective && !VOID.contains(status)) {
            throw unknown("refund", status);
        }
        return new Refund(metadata.refund(refund.getMetadata()), refund.getAmount(), effective);
    }

    private static Dispute dispute(com.stripe.model.Dispute dispute) {
        return new Dispute(
                new DisputeReference(dispute.getId()),
                dispute.getAmount(),
                Objects.requireNonNullElse(dispute.getReason(), "general"),
                known(
                        DISPUTES.get(Objects.requireNonNullElse(dispute.getStatus(), "")),
                        "dispute",
                        dispute.getStatus()));
    }

    private static <T> T known(@Nullable T word, String what, @Nullable String status) {
        if (word == null) {
            throw unknown(what, status);
        }
        return word;
    }

    private static Unavailable unknown(String what, @Nullable String status) {
        String problem = "a " + what + " has the status " + status + ", which nobody knows here";
        return new Unavailable(problem, false, new IllegalStateException(problem));
    }
}

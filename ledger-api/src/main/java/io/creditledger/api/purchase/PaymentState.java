package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.creditledger.api.money.Price;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the payment provider says of a payment: all of its present state, so that it does not matter which news came in which
 * order, or not at all.
 *
 * @param customerReference whose payment it is
 * @param failure why the last attempt failed, while that is so
 * @param receiptUrl where the customer finds the receipt
 * @param refunds every refund of it, the oldest first
 * @param disputes every dispute of it, the oldest first
 * @param observedAt when this was so, by the provider's own clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentState(
        PaymentReference paymentReference,
        @Nullable CustomerReference customerReference,
        PaymentStatus status,
        Price price,
        @Nullable PaymentFailure failure,
        @Nullable String receiptUrl,
        List<Refund> refunds,
        List<Dispute> disputes,
        Instant observedAt) {

    public PaymentState {
        refunds = List.copyOf(refunds);
        disputes = List.copyOf(disputes);
    }

    /** How far the payment has come. Succeeded and canceled are final. */
    public enum PaymentStatus {
        @JsonProperty("requires_payment_method")
        REQUIRES_PAYMENT_METHOD,
        @JsonProperty("requires_action")
        REQUIRES_ACTION,
        @JsonProperty("processing")
        PROCESSING,
        @JsonProperty("succeeded")
        SUCCEEDED,
        @JsonProperty("canceled")
        CANCELED
    }

    /**
     * Money that goes or went back.
     *
     * @param refundId the refund of ours that asked for it; null when it was made elsewhere
     * @param amount in the currency's smallest unit
     * @param effective whether the money is on its way or there; false once it has failed or was canceled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refund(@Nullable RefundId refundId, long amount, boolean effective) {}

    /**
     * The bank's side of a dispute.
     *
     * @param amount in the currency's smallest unit
     * @param reason as in {@code fraudulent}
     */
    public record Dispute(DisputeReference disputeReference, long amount, String reason, DisputeStatus status) {}

    /** How a dispute stands. */
    public enum DisputeStatus {
        /** Only a question so far, or one that came to nothing: moves no money. */
        @JsonProperty("inquiry")
        INQUIRY,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("won")
        WON,
        @JsonProperty("lost")
        LOST
    }
}

package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a purchase has come. */
public enum PurchaseStatus {
    /** Asked of the payment provider, or about to be; what came of it is not known yet. */
    @JsonProperty("processing")
    PROCESSING,
    /** The bank wants to see the customer: 3-D Secure. */
    @JsonProperty("requires_action")
    REQUIRES_ACTION,
    /** A card is needed: none was given yet, or the one given was declined. The same purchase may still be paid. */
    @JsonProperty("requires_payment_method")
    REQUIRES_PAYMENT_METHOD,
    /** Paid, and the credits are there. */
    @JsonProperty("succeeded")
    SUCCEEDED,
    /** Ended without payment, because the payment provider refused. */
    @JsonProperty("failed")
    FAILED,
    /** Ended without payment, because somebody or time ended it. */
    @JsonProperty("canceled")
    CANCELED,
    /** Paid, and part of the money went back. */
    @JsonProperty("partially_refunded")
    PARTIALLY_REFUNDED,
    /** Paid, and all of the money went back. */
    @JsonProperty("refunded")
    REFUNDED,
    /** Paid, and the bank has an open or lost dispute of the payment. */
    @JsonProperty("disputed")
    DISPUTED;

    /** Whether nobody has paid yet and somebody still may. */
    public boolean isOpen() {
        return switch (this) {
            case PROCESSING, REQUIRES_ACTION, REQUIRES_PAYMENT_METHOD -> true;
            case SUCCEEDED, FAILED, CANCELED, PARTIALLY_REFUNDED, REFUNDED, DISPUTED -> false;
        };
    }

    /** Whether it was paid, whatever became of the money later. */
    public boolean isPaid() {
        return switch (this) {
            case SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED, DISPUTED -> true;
            case PROCESSING, REQUIRES_ACTION, REQUIRES_PAYMENT_METHOD, FAILED, CANCELED -> false;
        };
    }
}

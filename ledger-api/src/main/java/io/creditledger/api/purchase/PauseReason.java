package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why automatic top-ups wait. */
public enum PauseReason {
    /** The bank wants to see the customer. Pay the open purchase, then switch top-ups on again. */
    @JsonProperty("authentication_required")
    AUTHENTICATION_REQUIRED,
    /** The card was declined for good, or too often. */
    @JsonProperty("payment_declined")
    PAYMENT_DECLINED,
    /** There is no card to pay with. Goes on with the next one. */
    @JsonProperty("payment_method_missing")
    PAYMENT_METHOD_MISSING,
    /** A bank disputes a payment of the account: no further card is charged behind anybody's back. Switch top-ups on again. */
    @JsonProperty("payment_disputed")
    PAYMENT_DISPUTED,
    /** The limit of the month is reached. Goes on with the next month. */
    @JsonProperty("monthly_limit_reached")
    MONTHLY_LIMIT_REACHED
}

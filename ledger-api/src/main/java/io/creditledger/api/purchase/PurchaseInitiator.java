package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who started a purchase. */
public enum PurchaseInitiator {
    /** Somebody who is there to answer their bank. */
    @JsonProperty("customer")
    CUSTOMER,
    /** The account itself, while nobody is there. */
    @JsonProperty("auto_top_up")
    AUTO_TOP_UP
}

package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the credits of a lot came from. */
public enum LotSource {
    @JsonProperty("purchase")
    PURCHASE,
    @JsonProperty("promotional")
    PROMOTIONAL,
    @JsonProperty("plan")
    PLAN,
    @JsonProperty("adjustment")
    ADJUSTMENT;

    /** Whether money was paid for the credits; they burn after promotional ones that are otherwise equal. */
    public boolean isPaid() {
        return switch (this) {
            case PURCHASE, PLAN, ADJUSTMENT -> true;
            case PROMOTIONAL -> false;
        };
    }
}

package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of movement a line of the history is. */
public enum TransactionType {
    /** A bought lot came in. */
    @JsonProperty("purchase")
    PURCHASE,
    /** A promotional or plan lot came in. */
    @JsonProperty("grant")
    GRANT,
    @JsonProperty("consumption")
    CONSUMPTION,
    @JsonProperty("reversal")
    REVERSAL,
    @JsonProperty("expiry")
    EXPIRY,
    @JsonProperty("refund")
    REFUND,
    @JsonProperty("revocation")
    REVOCATION,
    @JsonProperty("dispute")
    DISPUTE,
    /** A lot came in as a correction. */
    @JsonProperty("adjustment")
    ADJUSTMENT
}

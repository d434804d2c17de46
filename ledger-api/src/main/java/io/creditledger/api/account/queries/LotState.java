package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done with a lot. Pending, active and disputed lots are open, the others closed. */
public enum LotState {
    /** Not in effect yet. */
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("active")
    ACTIVE,
    /** Spent to the last credit; a reversal opens it again. */
    @JsonProperty("depleted")
    DEPLETED,
    @JsonProperty("expired")
    EXPIRED,
    /** What was unspent was taken back; a reversal opens it again. */
    @JsonProperty("revoked")
    REVOKED,
    /** The bank disputes the payment: what is unspent is frozen until that is settled. */
    @JsonProperty("disputed")
    DISPUTED
}

package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a purchase is ended that nobody has paid. */
public enum CancellationReason {
    @JsonProperty("requested")
    REQUESTED,
    /** Nobody went on with it for so long. */
    @JsonProperty("stale")
    STALE,
    /** An automatic top-up that was declined is not to be paid later behind anybody's back. */
    @JsonProperty("declined")
    DECLINED
}

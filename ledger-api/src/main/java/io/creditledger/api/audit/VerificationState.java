package io.creditledger.api.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a verification has come. */
public enum VerificationState {
    /** At work, or waiting for a process that takes it up. */
    @JsonProperty("running")
    RUNNING,
    /** Ended before its time; it goes on where it was when it is resumed. */
    @JsonProperty("stopped")
    STOPPED,
    /** Every account was compared; the differences are all there are. */
    @JsonProperty("completed")
    COMPLETED,
    /** It could not go on; what was found until then holds. */
    @JsonProperty("failed")
    FAILED
}

package io.creditledger.api.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a rebuild has come. All but the first are ends. */
public enum RebuildState {
    /** At work, or waiting for a process that takes it up. */
    @JsonProperty("running")
    RUNNING,
    /** What was made anew is what everybody is shown. */
    @JsonProperty("switched")
    SWITCHED,
    /** Somebody stopped it; nothing was changed. */
    @JsonProperty("stopped")
    STOPPED,
    /** It could not be done; nothing was changed. */
    @JsonProperty("failed")
    FAILED
}

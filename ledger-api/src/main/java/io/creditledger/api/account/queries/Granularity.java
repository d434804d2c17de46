package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How long a bucket of a usage series is; days and months are those of UTC. */
public enum Granularity {
    @JsonProperty("hour")
    HOUR,
    @JsonProperty("day")
    DAY,
    @JsonProperty("month")
    MONTH
}

package io.creditledger.api.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One rebuild of read models. */
public record RebuildId(@JsonValue String value) {

    public static final String PREFIX = "reb_";

    @JsonCreator
    public RebuildId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

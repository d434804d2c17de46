package io.creditledger.api.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One verification by replay. */
public record VerificationId(@JsonValue String value) {

    public static final String PREFIX = "ver_";

    @JsonCreator
    public VerificationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

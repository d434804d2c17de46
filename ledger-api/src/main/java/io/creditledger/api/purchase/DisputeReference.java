package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A dispute of a payment, by the payment provider's own id. */
public record DisputeReference(@JsonValue String value) {

    @JsonCreator
    public DisputeReference {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

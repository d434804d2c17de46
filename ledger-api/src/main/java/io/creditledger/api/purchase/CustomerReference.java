package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whom the payment provider knows the account as. */
public record CustomerReference(@JsonValue String value) {

    @JsonCreator
    public CustomerReference {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

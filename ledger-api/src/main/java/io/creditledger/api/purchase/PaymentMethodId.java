package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A saved card, by the payment provider's own id, which means nothing to anybody else. */
public record PaymentMethodId(@JsonValue String value) {

    public static final int MAX_LENGTH = 255;

    @JsonCreator
    public PaymentMethodId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    /** Whether a text that somebody sent can be one at all: anything else need not be looked for. */
    public static boolean isValid(String text) {
        return text.matches("[A-Za-z0-9._:-]{1,255}");
    }

    @Override
    public String toString() {
        return value;
    }
}

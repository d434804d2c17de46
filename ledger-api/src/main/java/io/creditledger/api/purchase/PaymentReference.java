package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A payment, by the payment provider's own id: opaque to the ledger, and that by which the credits of a payment are granted once. */
public record PaymentReference(@JsonValue String value) {

    @JsonCreator
    public PaymentReference {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

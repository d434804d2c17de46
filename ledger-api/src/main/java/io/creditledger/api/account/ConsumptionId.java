package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.RequestId;

/**
 * One consumption.
 *
 * @param value {@value #PREFIX} and the id of the request that made it
 */
public record ConsumptionId(@JsonValue String value) {

    public static final String PREFIX = "con_";

    @JsonCreator
    public ConsumptionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    public static ConsumptionId of(RequestId request) {
        return new ConsumptionId(PREFIX + request.value());
    }

    @Override
    public String toString() {
        return value;
    }
}

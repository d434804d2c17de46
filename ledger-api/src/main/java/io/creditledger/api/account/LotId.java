package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.RequestId;

/**
 * One lot: credits that came in together.
 *
 * @param value {@value #PREFIX} and the id of the request that made it
 */
public record LotId(@JsonValue String value) {

    public static final String PREFIX = "lot_";

    @JsonCreator
    public LotId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    public static LotId of(RequestId request) {
        return new LotId(PREFIX + request.value());
    }

    @Override
    public String toString() {
        return value;
    }
}

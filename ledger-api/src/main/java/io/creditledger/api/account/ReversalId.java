package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.RequestId;

/**
 * One reversal of a consumption, whole or part.
 *
 * @param value {@value #PREFIX} and the id of the request that made it
 */
public record ReversalId(@JsonValue String value) {

    public static final String PREFIX = "rev_";

    @JsonCreator
    public ReversalId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    public static ReversalId of(RequestId request) {
        return new ReversalId(PREFIX + request.value());
    }

    @Override
    public String toString() {
        return value;
    }
}

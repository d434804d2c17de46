package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.RequestId;

/**
 * One refund that the operator asked for.
 *
 * @param value {@value #PREFIX} and the id of the request that asked for it
 */
public record RefundId(@JsonValue String value) {

    public static final String PREFIX = "rfd_";

    @JsonCreator
    public RefundId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    public static RefundId of(RequestId request) {
        return new RefundId(PREFIX + request.value());
    }

    @Override
    public String toString() {
        return value;
    }
}

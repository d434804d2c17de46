package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.RequestId;

/**
 * One revocation of a lot's unspent credits.
 *
 * @param value {@value #PREFIX} and the id of the request that made it
 */
public record RevocationId(@JsonValue String value) {

    public static final String PREFIX = "rvk_";

    @JsonCreator
    public RevocationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id can't be blank");
        }
    }

    public static RevocationId of(RequestId request) {
        return new RevocationId(PREFIX + request.value());
    }

    @Override
    public String toString() {
        return value;
    }
}

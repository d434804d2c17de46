package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The operator's own id for a package.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 . _ : -}
 */
public record PackageId(@JsonValue String value) {

    public static final int MAX_LENGTH = 64;

    @JsonCreator
    public PackageId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a package id is 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
    }

    public static boolean isValid(String text) {
        return text.matches("[A-Za-z0-9._:-]{1,64}");
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The platform's own id for an account.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 . _ : -}
 */
public record AccountId(@JsonValue String value) {

    public static final int MAX_LENGTH = 64;

    @JsonCreator
    public AccountId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("an account id is 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
    }

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(AccountId::isAllowed);
    }

    private static boolean isAllowed(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '.'
                || character == '_'
                || character == ':'
                || character == '-';
    }

    @Override
    public String toString() {
        return value;
    }
}

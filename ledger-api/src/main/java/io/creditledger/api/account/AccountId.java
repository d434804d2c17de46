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
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        // Whoever reads a fact comes here, and a stream costs several times as much.
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char character) {
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

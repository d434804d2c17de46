package io.creditledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The caller's word for "this same request": a request repeated with its key takes effect once and is answered the same for
 * ever.
 *
 * @param value 1 to 255 printable ASCII characters
 */
public record IdempotencyKey(@JsonValue String value) {

    public static final int MAX_LENGTH = 255;

    @JsonCreator
    public IdempotencyKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("an idempotency key is 1 to 255 printable characters");
        }
    }

    /** Whether a text may be a key: 1 to 255 characters from space to tilde, not all of them spaces. */
    public static boolean isValid(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            return false;
        }
        // Each request comes here, and a stream costs several times as much.
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}

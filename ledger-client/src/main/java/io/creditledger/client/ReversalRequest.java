package io.creditledger.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A consumption to be given back, whole or in part.
 *
 * @param amount 1 up to what is left to give back; null is all of that
 * @param reason 1 to 500 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReversalRequest(@Nullable Long amount, String reason) {

    public static ReversalRequest ofAll(String reason) {
        return new ReversalRequest(null, reason);
    }

    public static ReversalRequest of(long amount, String reason) {
        return new ReversalRequest(amount, reason);
    }
}

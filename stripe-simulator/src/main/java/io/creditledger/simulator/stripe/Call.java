package io.creditledger.simulator.stripe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to the API, read and let in. */
record Call(
        String method,
        String path,
        Map<String, String> variables,
        Parameters parameters,
        boolean fromBrowser,
        @Nullable String idempotencyKey,
        String requestId) {

    /** What the address names. */
    String id() {
        return variable("id");
    }

    String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("the address has no " + name);
        }
        return value;
    }
}

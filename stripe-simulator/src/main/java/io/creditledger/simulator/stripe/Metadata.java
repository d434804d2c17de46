package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What the merchant notes on an object, within Stripe's limits. */
final class Metadata {

    static final String FIELD = "metadata";

    private static final int MAX_KEYS = 50;
    private static final int MAX_KEY_LENGTH = 40;
    private static final int MAX_VALUE_LENGTH = 500;

    private Metadata() {}

    static void clear(ObjectNode object) {
        object.set(FIELD, Json.object());
    }

    /** An empty value removes its key. */
    static void merge(ObjectNode object, Map<String, String> entries) {
        ObjectNode merged = object.get(FIELD) instanceof ObjectNode present ? present.deepCopy() : Json.object();
        entries.forEach((key, value) -> {
            check(key, value);
            if (value.isEmpty()) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        });
        if (merged.size() > MAX_KEYS) {
            throw StripeFailure.invalid(null, FIELD, "Metadata can have up to " + MAX_KEYS + " keys.");
        }
        object.set(FIELD, merged);
    }

    private static void check(String key, String value) {
        String parameter = FIELD + "[" + key + "]";
        if (key.length() > MAX_KEY_LENGTH) {
            String message = "Metadata keys can have up to " + MAX_KEY_LENGTH + " characters, but you passed in a key"
                    + " that is " + key.length() + " characters.";
            throw StripeFailure.invalid(null, parameter, message);
        }
        if (value.length() > MAX_VALUE_LENGTH) {
            String message = "Metadata values can have up to " + MAX_VALUE_LENGTH + " characters, but you passed in a"
                    + " value that is " + value.length() + " characters.";
            throw StripeFailure.invalid(null, parameter, message);
        }
    }
}

package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects as others see them: copies, without the simulator's own fields. */
final class Rendering {

    private static final List<String> INTENT_FIELDS_FOR_BROWSERS = List.of(
            "id",
            "object",
            "amount",
            "amount_details",
            "automatic_payment_methods",
            "canceled_at",
            "cancellation_reason",
            "capture_method",
            "client_secret",
            "confirmation_method",
            "created",
            "currency",
            "description",
            "last_payment_error",
            "last_setup_error",
            "livemode",
            "next_action",
            "payment_method",
            "payment_method_types",
            "processing",
            "receipt_email",
            "setup_future_usage",
            "shipping",
            "source",
            "status",
            "usage");

    private Rendering() {}

    static ObjectNode of(ObjectNode object) {
        ObjectNode shown = Json.object();
        object.properties().forEach(field -> {
            if (!field.getKey().startsWith("_")) {
                shown.set(field.getKey(), rendered(field.getValue()));
            }
        });
        return shown;
    }

    /** What the publishable key shows of an intent: nothing about the customer, nothing that only the server noted. */
    static ObjectNode forBrowsers(ObjectNode intent) {
        ObjectNode all = of(intent);
        ObjectNode shown = Json.object();
        for (String field : INTENT_FIELDS_FOR_BROWSERS) {
            JsonNode value = all.get(field);
            if (value != null) {
                shown.set(field, value);
            }
        }
        return shown;
    }

    private static JsonNode rendered(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> of(object);
            case ArrayNode array -> {
                ArrayNode copy = Json.array();
                array.forEach(element -> copy.add(rendered(element)));
                yield copy;
            }
            default -> value;
        };
    }
}

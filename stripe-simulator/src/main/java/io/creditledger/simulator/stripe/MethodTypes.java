package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which kinds of payment methods an intent accepts. The simulator has cards alone. */
final class MethodTypes {

    private static final String AUTOMATIC = "automatic_payment_methods";
    private static final String TYPES = "payment_method_types";
    private static final String REDIRECTS = "allow_redirects";

    private MethodTypes() {}

    static void write(Parameters parameters, ObjectNode intent) {
        Parameters automatic = parameters.group(AUTOMATIC);
        List<String> types = parameters.list(TYPES);
        Boolean enabled = automatic == null ? null : automatic.flag("enabled");
        String redirects = automatic == null ? null : automatic.choice(REDIRECTS, "always", "never");
        if (automatic != null && enabled == null) {
            throw StripeFailure.missing(AUTOMATIC + "[enabled]");
        }
        if (Boolean.TRUE.equals(enabled) && !types.isEmpty()) {
            throw StripeFailure.invalid(
                    "parameters_exclusive",
                    TYPES,
                    "You may only specify one of these parameters: " + AUTOMATIC + ", " + TYPES + ".");
        }
        if (types.stream().anyMatch(type -> !type.equals("card"))) {
            throw StripeFailure.invalid(
                    "parameter_invalid_enum", TYPES, "Invalid " + TYPES + ": the simulator has only card.");
        }
        intent.set(TYPES, Json.arrayOf(List.of("card")));
        // Without a word about it, they are on, and may lead the customer away.
        intent.set(AUTOMATIC, types.isEmpty() && !Boolean.FALSE.equals(enabled) ? enabled(redirects) : nothing());
    }

    private static JsonNode nothing() {
        return Json.MAPPER.nullNode();
    }

    private static ObjectNode enabled(@Nullable String redirects) {
        return Json.object().put("enabled", true).put(REDIRECTS, redirects == null ? "always" : redirects);
    }

    /** Whoever may be led away needs a place to come back to. */
    static void requireReturnUrl(ObjectNode intent, @Nullable String returnUrl) {
        boolean mayRedirect = "always".equals(Json.text(intent.get(AUTOMATIC), REDIRECTS));
        if (mayRedirect && returnUrl == null) {
            throw StripeFailure.invalid(
                    null,
                    "return_url",
                    "This intent is configured to accept payment methods enabled in your Dashboard. Because some of"
                            + " these payment methods might redirect your customer off of your page, you must provide a"
                            + " `return_url`. If you don't want to accept redirect-based payment methods, set"
                            + " `automatic_payment_methods[enabled]` to `true` and"
                            + " `automatic_payment_methods[allow_redirects]` to `never`.");
        }
    }
}

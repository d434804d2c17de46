package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Which card a request is about, in one of the three ways to say so. */
record MethodChoice(
        @Nullable String id,
        @Nullable CardDetails details,
        @Nullable String confirmationToken) {

    private static final String FIELD = "payment_method";
    private static final String DATA = "payment_method_data";
    private static final String TOKEN = "confirmation_token";

    static MethodChoice in(Parameters parameters, PaymentMethods methods) {
        String id = parameters.text(FIELD);
        String token = parameters.text(TOKEN);
        boolean twice = Stream.of(id != null, token != null, parameters.has(DATA))
                        .filter(given -> given)
                        .count()
                > 1;
        if (twice) {
            throw StripeFailure.invalid(
                    "parameters_exclusive",
                    FIELD,
                    "You may only specify one of these parameters: payment_method, payment_method_data,"
                            + " confirmation_token.");
        }
        return new MethodChoice(id, methods.described(parameters, DATA), token);
    }

    /** The card, made or found, or null if none was named. */
    @Nullable
    ObjectNode take(PaymentMethods methods, Records records, @Nullable String customer) {
        ObjectNode method = null;
        if (details != null) {
            method = methods.make(details);
        } else if (id != null) {
            method = methods.take(id, FIELD);
        } else if (confirmationToken != null) {
            method = methods.take(methodOf(records, confirmationToken), TOKEN);
        }
        if (method != null) {
            methods.checkUsableBy(method, customer, FIELD);
        }
        return method;
    }

    private static String methodOf(Records records, String token) {
        return Json.textOf(records.named(Kind.CONFIRMATION_TOKEN, token, TOKEN), "_paymentMethod");
    }
}

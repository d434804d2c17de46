package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Cards that a browser has collected before it is known what they are for. */
final class ConfirmationTokens {

    private static final Duration LIFE = Duration.ofHours(12);

    private final Records records;
    private final PaymentMethods methods;

    ConfirmationTokens(Records records, PaymentMethods methods) {
        this.records = records;
        this.methods = methods;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/confirmation_tokens", this::create).openedToBrowsers(),
                Route.get("/v1/confirmation_tokens/{id}", this::get));
    }

    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        String returnUrl = parameters.text("return_url");
        String usage = parameters.choice("setup_future_usage", "off_session", "on_session");
        MethodChoice choice = MethodChoice.in(parameters, methods);
        parameters.end();
        ObjectNode method = choice.take(methods, records, null);
        if (method == null) {
            throw StripeFailure.missing("payment_method_data");
        }
        ObjectNode preview = Rendering.of(method);
        preview.remove(List.of("id", "object", "created", "livemode", Metadata.FIELD));
        ObjectNode token = records.fresh(Kind.CONFIRMATION_TOKEN);
        token.remove(Metadata.FIELD);
        token.put("expires_at", records.now() + LIFE.toSeconds())
                .putNull("payment_intent")
                .put("return_url", returnUrl)
                .put("setup_future_usage", usage)
                .putNull("setup_intent")
                .putNull("shipping")
                .put("use_stripe_sdk", true)
                .put("_paymentMethod", Json.textOf(method, "id"))
                .set("payment_method_preview", preview);
        records.save(Kind.CONFIRMATION_TOKEN, token);
        return Rendering.of(token);
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(records.addressed(Kind.CONFIRMATION_TOKEN, call.id()));
    }
}

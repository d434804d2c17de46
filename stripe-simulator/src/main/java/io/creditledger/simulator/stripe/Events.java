package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** What happened, to be read again by those whom a webhook did not reach. */
final class Events {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Records records;

    Events(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(Route.get("/v1/events", this::list), Route.get("/v1/events/{id}", this::get));
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(records.addressed(Kind.EVENT, call.id()));
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.EVENT, parameters);
        Predicate<ObjectNode> wanted = Filters.created(parameters).and(typed(parameters));
        parameters.end();
        long oldest = records.now() - KEPT.toSeconds();
        return records.list(listing, wanted.and(event -> Json.number(event, "created") >= oldest));
    }

    private static Predicate<ObjectNode> typed(Parameters parameters) {
        String type = parameters.text("type");
        List<String> types = new ArrayList<>(parameters.list("types"));
        if (type != null && !types.isEmpty()) {
            throw StripeFailure.invalid(
                    "parameters_exclusive", "types", "You may only specify one of these parameters: type, types.");
        }
        if (type != null) {
            types.add(type);
        }
        return event -> types.isEmpty() || types.stream().anyMatch(each -> matches(each, Json.textOf(event, "type")));
    }

    private static boolean matches(String pattern, String type) {
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}

package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What card networks suspect before a customer disputes anything. */
final class FraudWarnings {

    private final Records records;

    FraudWarnings(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/radar/early_fraud_warnings", this::list),
                Route.get("/v1/radar/early_fraud_warnings/{id}", this::get));
    }

    void warn(ObjectNode charge) {
        ObjectNode warning = records.fresh(Kind.FRAUD_WARNING);
        warning.remove(Metadata.FIELD);
        warning.put("actionable", true)
                .put("charge", Json.text(charge, "id"))
                .put("fraud_type", "made_with_stolen_card")
                .put("payment_intent", Json.text(charge, "payment_intent"));
        records.save(Kind.FRAUD_WARNING, warning);
        records.happened("radar.early_fraud_warning.created", warning);
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(records.addressed(Kind.FRAUD_WARNING, call.id()));
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.FRAUD_WARNING, parameters);
        var wanted = Filters.field(parameters, "payment_intent").and(Filters.field(parameters, "charge"));
        parameters.end();
        return records.list(listing, wanted);
    }
}

package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The merchant's own account. */
final class Account {

    private Account() {}

    static List<Route> routes() {
        return List.of(Route.get("/v1/account", Account::get));
    }

    private static ObjectNode get(Call call) {
        call.parameters().end();
        return Json.object()
                .put("id", "acct_simulated0000001")
                .put("object", "account")
                .put("charges_enabled", true)
                .put("country", "US")
                .put("default_currency", "usd")
                .put("details_submitted", true)
                .put("email", "simulator@example.com")
                .put("payouts_enabled", true)
                .put("type", "standard")
                .set("metadata", Json.object());
    }
}

package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Whose card it is. */
final class BillingDetails {

    static final String FIELD = "billing_details";

    private static final List<String> ADDRESS = List.of("city", "country", "line1", "line2", "postal_code", "state");

    private BillingDetails() {}

    static ObjectNode none() {
        ObjectNode details =
                Json.object().putNull("email").putNull("name").putNull("phone").putNull("tax_id");
        ObjectNode address = details.putObject("address");
        ADDRESS.forEach(address::putNull);
        return details;
    }

    static void write(Parameters parameters, ObjectNode details) {
        Parameters given = parameters.group(FIELD);
        if (given != null) {
            given.writeAll(details, "email", "name", "phone");
            Parameters address = given.group("address");
            if (address != null) {
                address.writeAll(Json.objectOf(details, "address"), ADDRESS.toArray(String[]::new));
            }
        }
    }
}

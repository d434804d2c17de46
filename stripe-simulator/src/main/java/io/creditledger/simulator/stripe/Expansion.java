package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import io.creditledger.simulator.state.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts objects where an answer has only their names, if the request wishes it. */
final class Expansion {

    private static final String PARAMETER = "expand";
    private static final int MAX_DEPTH = 4;
    private static final Set<String> STEPS = Set.of(
            "data",
            "balance_transaction",
            "charge",
            "customer",
            "default_payment_method",
            "dispute",
            "failure_balance_transaction",
            "invoice_settings",
            "latest_charge",
            "payment_intent",
            "payment_method",
            "refunds",
            "source");

    private final Store store;

    Expansion(Store store) {
        this.store = store;
    }

    static List<List<String>> wanted(Parameters parameters) {
        List<List<String>> paths = parameters.list(PARAMETER).stream()
                .map(path -> List.of(path.split("\\.", -1)))
                .toList();
        for (List<String> path : paths) {
            if (path.size() > MAX_DEPTH || !STEPS.containsAll(path)) {
                throw notExpandable(path);
            }
        }
        return paths;
    }

    void expand(ObjectNode answer, List<List<String>> paths) {
        paths.forEach(path -> expand(answer, path, path));
    }

    private void expand(JsonNode node, List<String> rest, List<String> path) {
        if (node instanceof ArrayNode array) {
            array.forEach(element -> expand(element, rest, path));
        } else if (!rest.isEmpty() && node instanceof ObjectNode object) {
            String step = rest.getFirst();
            expandField(object, step, path);
            expand(object.path(step), rest.subList(1, rest.size()), path);
        }
    }

    private void expandField(ObjectNode object, String field, List<String> path) {
        if (field.equals("refunds") && is(object, Kind.CHARGE)) {
            object.set(field, refundsOf(Json.textOf(object, "id")));
        } else if (field.equals("dispute") && is(object, Kind.CHARGE)) {
            ObjectNode dispute = disputeOf(Json.textOf(object, "id"));
            object.set(field, dispute == null ? Json.MAPPER.nullNode() : dispute);
        } else if (!object.has(field)) {
            throw notExpandable(path);
        } else {
            ObjectNode named = named(Json.text(object, field));
            if (named != null) {
                object.set(field, Rendering.of(named));
            }
        }
    }

    private static boolean is(ObjectNode object, Kind kind) {
        return kind.objectName().equals(Json.text(object, "object"));
    }

    private ObjectNode refundsOf(String charge) {
        List<ObjectNode> refunds = store.newestFirst(Kind.REFUND)
                .filter(refund -> charge.equals(Json.text(refund, "charge")))
                .toList();
        return Listing.of(refunds, false, "/v1/charges/" + charge + "/refunds");
    }

    private @Nullable ObjectNode disputeOf(String charge) {
        return store.newestFirst(Kind.DISPUTE)
                .filter(dispute -> charge.equals(Json.text(dispute, "charge")))
                .findFirst()
                .map(Rendering::of)
                .orElse(null);
    }

    private @Nullable ObjectNode named(@Nullable String id) {
        if (id == null) {
            return null;
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> !kind.prefix().isEmpty() && id.startsWith(kind.prefix()))
                .findFirst()
                .map(kind -> store.find(kind, id))
                .orElse(null);
    }

    private static StripeFailure notExpandable(List<String> path) {
        String name = String.join(".", path);
        return StripeFailure.invalid(null, PARAMETER, "This property cannot be expanded (" + name + ").");
    }
}

package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The conditions that lists can be narrowed by. */
final class Filters {

    private Filters() {}

    /** Objects whose field has the value of the parameter of that name, all of them without it. */
    static Predicate<ObjectNode> field(Parameters parameters, String name) {
        String wanted = parameters.text(name);
        return object -> wanted == null || wanted.equals(Json.text(object, name));
    }

    static Predicate<ObjectNode> created(Parameters parameters) {
        LongPredicate wanted = parameters.isGroup("created")
                ? within(parameters.group("created"))
                : exactly(parameters.integer("created"));
        return object -> wanted.test(Json.number(object, "created"));
    }

    private static LongPredicate exactly(@Nullable Long second) {
        return created -> second == null || created == second;
    }

    private static LongPredicate within(@Nullable Parameters range) {
        if (range == null) {
            return exactly(null);
        }
        Long greater = range.integer("gt");
        Long atLeast = range.integer("gte");
        Long less = range.integer("lt");
        Long atMost = range.integer("lte");
        return created -> (greater == null || created > greater)
                && (atLeast == null || created >= atLeast)
                && (less == null || created < less)
                && (atMost == null || created <= atMost);
    }
}

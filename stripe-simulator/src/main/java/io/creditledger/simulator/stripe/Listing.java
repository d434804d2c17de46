package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import io.creditledger.simulator.state.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which page of a list is wanted: newest first, before or after some object. */
record Listing(
        Kind kind,
        int limit,
        @Nullable String startingAfter,
        @Nullable String endingBefore) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;

    static Listing of(Kind kind, Parameters parameters) {
        Long limit = parameters.integer("limit");
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            String bound = limit < 1 ? "greater than or equal to 1" : "less than or equal to " + MAX_LIMIT;
            throw StripeFailure.invalid(
                    "parameter_invalid_integer",
                    "limit",
                    "This value must be " + bound + " (it currently is '" + limit + "').");
        }
        String after = parameters.text("starting_after");
        String before = parameters.text("ending_before");
        if (after != null && before != null) {
            throw StripeFailure.invalid(
                    "parameters_exclusive",
                    "ending_before",
                    "You may only specify one of these parameters: starting_after, ending_before.");
        }
        return new Listing(kind, limit == null ? DEFAULT_LIMIT : limit.intValue(), after, before);
    }

    ObjectNode page(Store store, Predicate<ObjectNode> wanted) {
        return page(store, wanted, kind.collectionPath());
    }

    ObjectNode page(Store store, Predicate<ObjectNode> wanted, String url) {
        checkExists(store, startingAfter, "starting_after");
        checkExists(store, endingBefore, "ending_before");
        List<ObjectNode> found = new ArrayList<>();
        if (endingBefore == null) {
            store.newestFirst(kind)
                    .dropWhile(object -> startingAfter != null && !isNamed(object, startingAfter))
                    .skip(startingAfter == null ? 0 : 1)
                    .filter(wanted)
                    .limit(limit + 1L)
                    .forEach(found::add);
        } else {
            store.oldestFirst(kind)
                    .dropWhile(object -> !isNamed(object, endingBefore))
                    .skip(1)
                    .filter(wanted)
                    .limit(limit + 1L)
                    .forEach(found::add);
        }
        boolean more = found.size() > limit;
        List<ObjectNode> page = new ArrayList<>(more ? found.subList(0, limit) : found);
        if (endingBefore != null) {
            Collections.reverse(page);
        }
        return of(page, more, url);
    }

    static ObjectNode of(List<ObjectNode> objects, boolean more, String url) {
        ArrayNode data = Json.array();
        objects.forEach(object -> data.add(Rendering.of(object)));
        return Json.object()
                .put("object", "list")
                .put("has_more", more)
                .put("url", url)
                .set("data", data);
    }

    private void checkExists(Store store, @Nullable String id, String parameter) {
        if (id != null && store.find(kind, id) == null) {
            throw StripeFailure.noSuchObject(kind, id, parameter);
        }
    }

    private static boolean isNamed(ObjectNode object, @Nullable String id) {
        return Json.textOf(object, "id").equals(id);
    }
}

package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Identifiers;
import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import io.creditledger.simulator.state.SimulatedTime;
import io.creditledger.simulator.state.Store;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The objects of the account and what happened to them. */
final class Records {

    private final Store store;
    private final SimulatedTime time;
    private final EventLog events;

    Records(Store store, SimulatedTime time, EventLog events) {
        this.store = store;
        this.time = time;
        this.events = events;
    }

    /** An object with what all objects have, not yet saved. */
    ObjectNode fresh(Kind kind) {
        return Json.object()
                .put("id", Identifiers.next(kind))
                .put("object", kind.objectName())
                .put("created", time.seconds())
                .put("livemode", false)
                .set(Metadata.FIELD, Json.object());
    }

    /** What an address names. */
    ObjectNode addressed(Kind kind, String id) {
        ObjectNode found = store.find(kind, id);
        if (found == null) {
            throw StripeFailure.notFound(kind, id);
        }
        return found;
    }

    /** What a parameter names. */
    ObjectNode named(Kind kind, String id, String parameter) {
        ObjectNode found = store.find(kind, id);
        if (found == null || Json.flag(found, "deleted")) {
            throw StripeFailure.noSuchObject(kind, id, parameter);
        }
        return found;
    }

    Stream<ObjectNode> all(Kind kind) {
        return store.newestFirst(kind);
    }

    Stream<ObjectNode> all(Kind kind, Predicate<ObjectNode> wanted) {
        return store.newestFirst(kind).filter(wanted);
    }

    ObjectNode list(Listing listing, Predicate<ObjectNode> wanted) {
        return listing.page(store, wanted);
    }

    ObjectNode list(Listing listing, Predicate<ObjectNode> wanted, String url) {
        return listing.page(store, wanted, url);
    }

    void save(Kind kind, ObjectNode object) {
        store.save(kind, object);
    }

    void happened(String type, ObjectNode object) {
        events.record(type, object);
    }

    void changed(String type, ObjectNode before, ObjectNode after) {
        events.recordChange(type, before, after);
    }

    SimulatedTime time() {
        return time;
    }

    long now() {
        return time.seconds();
    }
}

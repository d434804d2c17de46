package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Identifiers;
import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import io.creditledger.simulator.state.SimulatedTime;
import io.creditledger.simulator.state.Store;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes down what happened to which object, as it was then, and passes it on. */
final class EventLog {

    /** The version that shapes the objects in events. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private final Store store;
    private final SimulatedTime time;
    private final Consumer<ObjectNode> receiver;
    private @Nullable Call cause;

    EventLog(Store store, SimulatedTime time, Consumer<ObjectNode> receiver) {
        this.store = store;
        this.time = time;
        this.receiver = receiver;
    }

    /** Which call causes what happens from now on; null if Stripe itself does. */
    void causedBy(@Nullable Call call) {
        this.cause = call;
    }

    void record(String type, ObjectNode object) {
        record(type, object, null);
    }

    /** Also says how the fields that have changed were before. */
    void recordChange(String type, ObjectNode before, ObjectNode after) {
        ObjectNode previous = Json.object();
        Rendering.of(before).properties().forEach(field -> {
            if (!field.getValue().equals(after.get(field.getKey()))) {
                previous.set(field.getKey(), field.getValue());
            }
        });
        record(type, after, previous);
    }

    private void record(String type, ObjectNode object, @Nullable ObjectNode previous) {
        ObjectNode data = Json.object().set("object", Rendering.of(object));
        if (previous != null) {
            data.set("previous_attributes", previous);
        }
        ObjectNode event = Json.object()
                .put("id", Identifiers.next(Kind.EVENT))
                .put("object", Kind.EVENT.objectName())
                .put("api_version", API_VERSION)
                .put("created", time.seconds())
                .put("livemode", false)
                .put("pending_webhooks", 1)
                .put("type", type)
                .set("data", data)
                .set("request", request());
        store.save(Kind.EVENT, event);
        receiver.accept(event);
    }

    private JsonNode request() {
        return Json.object()
                .put("id", cause == null ? null : cause.requestId())
                .put("idempotency_key", cause == null ? null : cause.idempotencyKey());
    }
}

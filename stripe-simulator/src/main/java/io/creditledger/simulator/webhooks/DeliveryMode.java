package io.creditledger.simulator.webhooks;

import io.creditledger.simulator.state.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * How deliveries behave.
 *
 * @param deliver whether anything is sent at all before it is flushed
 * @param duplicates how many more times each event is sent than once
 * @param delayMillis how long an event waits before it is first sent
 * @param shuffle whether what waits is sent in any order
 */
public record DeliveryMode(boolean deliver, int duplicates, int delayMillis, boolean shuffle) {

    public static final DeliveryMode NORMAL = new DeliveryMode(true, 0, 0, false);

    static DeliveryMode of(ObjectNode stored) {
        return new DeliveryMode(
                Json.flag(stored, "deliver"),
                (int) Json.number(stored, "duplicates"),
                (int) Json.number(stored, "delayMillis"),
                Json.flag(stored, "shuffle"));
    }

    public ObjectNode json() {
        return Json.object()
                .put("deliver", deliver)
                .put("duplicates", duplicates)
                .put("delayMillis", delayMillis)
                .put("shuffle", shuffle);
    }
}

package io.creditledger.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A verification or a rebuild, from asking for it to its end.
 *
 * @param answer what the ledger says of it at the end
 * @param seconds how long it took
 * @param processor what it took of the processors, all that the ledger did meanwhile included
 * @param processorHere the part of that which is not PostgreSQL's
 * @param heapMegabytes the most that was in use of the heap after a collection, less what was before
 */
record AuditRun(JsonNode answer, double seconds, Duration processor, Duration processorHere, double heapMegabytes) {

    static final String VERIFICATIONS = "/v1/audit/verifications";
    static final String REBUILDS = "/v1/audit/rebuilds";

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Asks for one and waits until it ends. */
    static AuditRun of(Ledger ledger, String path, String idField) throws IOException {
        try (HttpConnection connection = ledger.connectHttp();
                HeapWatch heap = new HeapWatch()) {
            ProcessorTime processor = ledger.processorTime();
            long begun = System.nanoTime();
            JsonNode answer = json(connection.post(path, "start", "{}"));
            String id = answer.path(idField).asString();
            while (answer.path("state").asString().equals("running")) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
                processor.look();
                answer = json(connection.get(path + '/' + id));
            }
            double seconds = (double) (System.nanoTime() - begun) / TimeUnit.SECONDS.toNanos(1);
            return new AuditRun(answer, seconds, processor.used(), processor.usedHere(), heap.mostMegabytes());
        }
    }

    private static JsonNode json(HttpConnection.Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("the audit was refused: " + answer);
        }
        return JsonMapper.shared().readTree(answer.text());
    }

    long events() {
        return answer.path("events").asLong();
    }

    /** How it ended, when that is not as it should. */
    AuditRun require(String state) {
        if (!answer.path("state").asString().equals(state)) {
            throw new IllegalStateException("it did not end as " + state + ": " + answer);
        }
        return this;
    }

    private Figure micros(String name, String label, Duration time) {
        return Figure.fine(name, label, (double) time.toNanos() / TimeUnit.MICROSECONDS.toNanos(1) / events(), "us");
    }

    List<Figure> figures(String name, String label) {
        return List.of(
                Figure.fine(name + "Seconds", label + ": time", seconds, "s"),
                Figure.whole(name + "EventsPerSecond", label + ": events", events() / seconds, "/s"),
                micros(name + "ProcessorMicros", label + ": processor time of an event", processor),
                micros(name + "ProcessorHereMicros", label + ": of that outside PostgreSQL", processorHere),
                Figure.whole(name + "HeapMegabytes", label + ": heap, at the most", heapMegabytes, "MB"));
    }
}

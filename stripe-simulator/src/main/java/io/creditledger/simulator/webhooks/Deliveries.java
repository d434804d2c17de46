package io.creditledger.simulator.webhooks;

import io.creditledger.simulator.state.Identifiers;
import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import io.creditledger.simulator.state.SimulatedTime;
import io.creditledger.simulator.state.Store;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is still to be delivered. One at a time is sent, so that what is in order arrives in order. */
public final class Deliveries {

    private static final int MAX_WAITING = 20_000;
    private static final String MODE = "webhooks";
    private static final String EVENT = "event";
    private static final String FIRST_AT = "firstAtMillis";
    private static final String NEXT_AT = "nextAtMillis";
    private static final String ATTEMPTS = "attempts";

    private final Store store;
    private final SimulatedTime time;
    private final ReentrantLock sending = new ReentrantLock();
    private final Random random = new Random();
    private volatile @Nullable Receiver receiver;

    public Deliveries(Store store, SimulatedTime time) {
        this.store = store;
        this.time = time;
    }

    public void deliverTo(URI address, List<String> secrets) {
        receiver = new Receiver(address, List.copyOf(secrets));
    }

    @Nullable
    Receiver receiver() {
        return receiver;
    }

    public DeliveryMode mode() {
        return store.alone(() -> {
            ObjectNode stored = store.find(Kind.CONTROL, MODE);
            return stored == null ? DeliveryMode.NORMAL : DeliveryMode.of(stored);
        });
    }

    public void setMode(DeliveryMode mode) {
        store.alone(() -> {
            store.put(Kind.CONTROL, MODE, mode.json());
            return mode;
        });
    }

    /** Takes on an event, if there is anybody to deliver it to. */
    public void accept(ObjectNode event) {
        if (receiver != null) {
            DeliveryMode mode = mode();
            for (int copy = 0; copy <= mode.duplicates(); copy++) {
                enqueue(event, mode.delayMillis());
            }
        }
    }

    private void enqueue(ObjectNode event, int delayMillis) {
        // A receiver that is away for ever must not fill the memory: the events themselves stay readable.
        if (store.count(Kind.DELIVERY) >= MAX_WAITING) {
            return;
        }
        Instant now = time.now();
        store.save(
                Kind.DELIVERY,
                Json.object()
                        .put("id", Identifiers.next(Kind.DELIVERY))
                        .put(EVENT, Json.textOf(event, "id"))
                        .put(ATTEMPTS, 0)
                        .put(FIRST_AT, now.toEpochMilli())
                        .put(NEXT_AT, now.plusMillis(delayMillis).toEpochMilli()));
    }

    /** Takes on again what was delivered before. */
    public int resend(Predicate<ObjectNode> wanted) {
        return store.alone(() -> {
            List<ObjectNode> events =
                    store.oldestFirst(Kind.EVENT).filter(wanted).toList();
            events.forEach(event -> enqueue(event, 0));
            return events.size();
        });
    }

    public int waiting() {
        return store.alone(() -> store.count(Kind.DELIVERY));
    }

    /** Sends the next one that is due; false if there is none. */
    boolean sendNext() {
        sending.lock();
        try {
            ObjectNode due = store.alone(this::nextDue);
            if (due == null) {
                return false;
            }
            send(due);
            return true;
        } finally {
            sending.unlock();
        }
    }

    private @Nullable ObjectNode nextDue() {
        DeliveryMode mode = mode();
        if (!mode.deliver()) {
            return null;
        }
        long now = time.now().toEpochMilli();
        List<ObjectNode> due = store.oldestFirst(Kind.DELIVERY)
                .filter(delivery -> Json.number(delivery, NEXT_AT) <= now)
                .limit(mode.shuffle() ? MAX_WAITING : 1)
                .toList();
        return due.isEmpty() ? null : due.get(random.nextInt(due.size()));
    }

    /** Sends all that waits, once, due or not; tells how many were accepted. */
    public int flush(boolean shuffled, @Nullable Long seed) {
        sending.lock();
        try {
            List<ObjectNode> all = new ArrayList<>(
                    store.alone(() -> store.oldestFirst(Kind.DELIVERY).toList()));
            if (shuffled || mode().shuffle()) {
                Collections.shuffle(all, seed == null ? random : new Random(seed));
            }
            int accepted = 0;
            for (ObjectNode delivery : all) {
                accepted += send(delivery) ? 1 : 0;
            }
            return accepted;
        } finally {
            sending.unlock();
        }
    }

    private boolean send(ObjectNode delivery) {
        Receiver to = receiver;
        ObjectNode event = store.alone(() -> store.find(Kind.EVENT, Json.textOf(delivery, EVENT)));
        if (to == null || event == null) {
            forget(delivery);
            return false;
        }
        String payload = event.toPrettyString();
        boolean accepted = to.post(payload, Signature.of(payload, time.receiversNow(), to.secrets()))
                .isAccepted();
        if (accepted) {
            forget(delivery);
        } else {
            tryLater(delivery);
        }
        return accepted;
    }

    private void forget(ObjectNode delivery) {
        store.alone(() -> {
            store.remove(Kind.DELIVERY, Json.textOf(delivery, "id"));
            return true;
        });
    }

    private void tryLater(ObjectNode delivery) {
        store.alone(() -> {
            String id = Json.textOf(delivery, "id");
            Instant now = time.now();
            Instant first = Instant.ofEpochMilli(Json.number(delivery, FIRST_AT));
            if (store.find(Kind.DELIVERY, id) == null) {
                return false;
            }
            if (first.plus(Backoff.GIVEN_UP_AFTER).isBefore(now)) {
                store.remove(Kind.DELIVERY, id);
                return false;
            }
            long attempts = Json.number(delivery, ATTEMPTS) + 1;
            delivery.put(ATTEMPTS, attempts)
                    .put(NEXT_AT, now.plus(Backoff.afterAttempt(attempts)).toEpochMilli());
            store.save(Kind.DELIVERY, delivery);
            return true;
        });
    }
}

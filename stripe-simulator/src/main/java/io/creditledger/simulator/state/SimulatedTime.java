package io.creditledger.simulator.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The time that the simulator goes by: a clock, and by how much it was put forward. */
public final class SimulatedTime {

    private static final String CONTROL = "clock";
    private static final String ADVANCED = "advancedSeconds";

    private final Clock clock;
    private final Store store;

    public SimulatedTime(Clock clock, Store store) {
        this.clock = clock;
        this.store = store;
    }

    public Instant now() {
        return clock.instant().plusSeconds(advancedSeconds());
    }

    public long seconds() {
        return now().getEpochSecond();
    }

    /** What the receivers of webhooks take the time to be: theirs was not put forward. */
    public Instant receiversNow() {
        return clock.instant();
    }

    public void advance(Duration duration) {
        store.alone(() -> {
            ObjectNode control = Json.object().put(ADVANCED, advancedSeconds() + duration.toSeconds());
            store.put(Kind.CONTROL, CONTROL, control);
            return control;
        });
    }

    public long advancedSeconds() {
        return store.alone(() -> {
            ObjectNode control = store.find(Kind.CONTROL, CONTROL);
            return control == null ? 0L : Json.number(control, ADVANCED);
        });
    }
}

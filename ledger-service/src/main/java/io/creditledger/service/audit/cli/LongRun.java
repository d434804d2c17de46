package io.creditledger.service.audit.cli;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Something that the ledger does by itself for a while, watched until it ends. */
final class LongRun {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    /** A ledger that is started again takes so long at the most. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final String path;
    private final Surroundings surroundings;
    private long lastAnswer = System.nanoTime();

    LongRun(Ledger ledger, String path, Surroundings surroundings) {
        this.ledger = ledger;
        this.path = path;
        this.surroundings = surroundings;
    }

    /** Watches until it does not run any more. */
    JsonNode end(JsonNode begun) {
        JsonNode view = begun;
        Duration pause = SHORTEST_PAUSE;
        try (Progress progress = new Progress(surroundings)) {
            while (Text.of(view, "state").equals("running")) {
                progress.show(view);
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                view = look(view);
            }
            if (surroundings.terminal()) {
                progress.show(view);
            }
        }
        return view;
    }

    /** How it is now, or how it was when the ledger is away for a moment: it goes on by itself once that is back. */
    private JsonNode look(JsonNode before) {
        try {
            JsonNode view = ledger.get(path);
            lastAnswer = System.nanoTime();
            return view;
        } catch (CouldNotRunException failed) {
            if (failed.mayPass() && System.nanoTime() - lastAnswer < PATIENCE.toNanos()) {
                return before;
            }
            throw failed;
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CouldNotRunException("Interrupted", stopped);
        }
    }
}

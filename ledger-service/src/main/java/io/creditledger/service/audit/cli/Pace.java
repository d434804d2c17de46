package io.creditledger.service.audit.cli;

import java.util.concurrent.TimeUnit;

/** Counts facts, and tells how many there were in a second. */
final class Pace {

    private static final int FACTS_BETWEEN = 1_000;

    private final Progress progress;
    private final long begun = System.nanoTime();
    private long facts;

    Pace(Progress progress) {
        this.progress = progress;
    }

    void fact() {
        facts++;
        if (facts % FACTS_BETWEEN == 0) {
            progress.show(facts, perSecond());
        }
    }

    long perSecond() {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return facts * TimeUnit.SECONDS.toMillis(1) / millis;
    }
}

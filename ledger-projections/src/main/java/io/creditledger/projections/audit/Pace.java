package io.creditledger.projections.audit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How fast a verification goes: no faster than it may, and gently while there are commands to decide. */
final class Pace {

    /** So much longer than it works a verification rests while facts come in: it takes a quarter of a core at the most. */
    private static final int REST = 3;

    /** As many facts a second are no load that anybody would notice. */
    private static final int QUIET_FACTS_PER_SECOND = 100;

    private final @Nullable Integer maxFactsPerSecond;
    private final int workers;
    private final LongSupplier historyLength;
    private long lengthBefore;
    private long lookedAt;

    /**
     * @param workers how many work at the same time, this one included
     * @param historyLength how many facts there are
     */
    Pace(@Nullable Integer maxFactsPerSecond, int workers, LongSupplier historyLength) {
        this.maxFactsPerSecond = maxFactsPerSecond;
        this.workers = workers;
        this.historyLength = historyLength;
        this.lengthBefore = historyLength.getAsLong();
        this.lookedAt = System.nanoTime();
    }

    /** Rests after some work, as long as has to be. */
    void worked(int facts, long duration, TimeUnit unit) {
        long worked = unit.toNanos(duration);
        LockSupport.parkNanos(Math.max(restOfLimit(facts, worked), isBusy() ? REST * worked : 0));
    }

    private long restOfLimit(int facts, long worked) {
        return maxFactsPerSecond == null
                ? 0
                : Math.max(0, facts * TimeUnit.SECONDS.toNanos(workers) / maxFactsPerSecond - worked);
    }

    private boolean isBusy() {
        long length = historyLength.getAsLong();
        long now = System.nanoTime();
        long quiet = QUIET_FACTS_PER_SECOND * (now - lookedAt) / TimeUnit.SECONDS.toNanos(1);
        boolean busy = length - lengthBefore > quiet;
        lengthBefore = length;
        lookedAt = now;
        return busy;
    }
}

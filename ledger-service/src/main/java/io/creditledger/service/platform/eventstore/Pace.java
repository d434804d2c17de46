package io.creditledger.service.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Lets one thread pass once in a pause on the average, and so often at once as pauses went by unused, up to a number. */
final class Pace {

    private final LongSupplier nanoTime;
    private final long pauseNanos;
    private final long mostUnusedNanos;

    /** Up to when pauses are used. */
    private long used;

    /**
     * @param pause how long until the next time when all are used up
     * @param atOnce how often it passes without a pause after a long rest, at least once
     */
    Pace(Duration pause, int atOnce) {
        this(pause, atOnce, System::nanoTime);
    }

    Pace(Duration pause, int atOnce, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        pauseNanos = pause.toNanos();
        mostUnusedNanos = pauseNanos * atOnce;
        used = nanoTime.getAsLong() - mostUnusedNanos;
    }

    /** Waits for its turn, or until the thread is interrupted, which it stays. */
    void await() {
        while (!passes() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, rest());
        }
    }

    /** Whether its turn has come; if so, a pause is used. */
    boolean passes() {
        long unused = nanoTime.getAsLong() - used;
        boolean due = unused >= pauseNanos;
        if (due) {
            used += Math.max(0, unused - mostUnusedNanos) + pauseNanos;
        }
        return due;
    }

    /** How long until its turn, in whole milliseconds, never too few; 0 when it has come. */
    int restMillis() {
        return Math.clamp(Math.ceilDiv(rest(), TimeUnit.MILLISECONDS.toNanos(1)), 0, Integer.MAX_VALUE);
    }

    private long rest() {
        return used + pauseNanos - nanoTime.getAsLong();
    }
}

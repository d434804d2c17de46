package io.creditledger.service.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets one thread pass at once after a pause, and from then on so often at the most. */
final class Pace {

    private final long nanos;
    private long passed;

    Pace(Duration shortestPause) {
        nanos = shortestPause.toNanos();
        passed = System.nanoTime() - nanos;
    }

    /** Waits for its turn, or until the thread is interrupted, which it stays. */
    void await() {
        while (!passes() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, rest());
        }
    }

    /** Whether its turn has come; if so, the next pause begins. */
    boolean passes() {
        boolean due = rest() <= 0;
        if (due) {
            passed = System.nanoTime();
        }
        return due;
    }

    /** How long until its turn, in whole milliseconds, never too few; 0 when it has come. */
    int restMillis() {
        return Math.clamp(Math.ceilDiv(rest(), TimeUnit.MILLISECONDS.toNanos(1)), 0, Integer.MAX_VALUE);
    }

    private long rest() {
        return passed + nanos - System.nanoTime();
    }
}

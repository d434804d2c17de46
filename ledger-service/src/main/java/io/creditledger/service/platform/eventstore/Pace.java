package io.creditledger.service.platform.eventstore;

import java.time.Duration;
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
        for (long rest = rest(); rest > 0 && !Thread.currentThread().isInterrupted(); rest = rest()) {
            LockSupport.parkNanos(this, rest);
        }
        passed = System.nanoTime();
    }

    private long rest() {
        return passed + nanos - System.nanoTime();
    }
}

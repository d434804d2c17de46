package io.creditledger.client;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a request is sent again: longer with every failure, and never the same for all who wait, so that a
 * ledger that comes back is not stormed.
 *
 * @param first the most that the first wait takes, more than zero
 * @param longest the most that any wait takes, unless the ledger asks for more
 * @param random numbers from 0 to 1
 */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * The wait after so many failures in a row.
     *
     * @param failures 1 or more
     * @param asked what the ledger asked for; null if it did not
     */
    Duration after(int failures, @Nullable Duration asked) {
        long doublings = 1L << Math.min(failures - 1, MOST_DOUBLINGS);
        double most = Math.min((double) longest.toNanos(), (double) first.toNanos() * doublings);
        Duration wait = Duration.ofNanos((long) (most / 2 + random.getAsDouble() * most / 2));
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
}

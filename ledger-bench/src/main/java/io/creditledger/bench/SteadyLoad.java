package io.creditledger.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests at a fixed rate, whether those before have been answered or not. Latencies count from when a request was due, so that a
 * stall shows in all that it delayed.
 */
final class SteadyLoad {

    private static final int DIGITS = 3;

    private SteadyLoad() {}

    static Measured run(int perSecond, Duration duration, ClosedLoop.Client client) throws InterruptedException {
        Histogram latency = new ConcurrentHistogram(DIGITS);
        LongAdder failed = new LongAdder();
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long requests = duration.toNanos() / interval;
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number < requests; number++) {
                long due = start + number * interval;
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                threads.execute(() -> request(client, due, latency, failed));
            }
        }
        double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
        return new Measured(latency.getTotalCount(), failed.sum(), seconds, latency);
    }

    private static void request(ClosedLoop.Client client, long due, Histogram latency, LongAdder failed) {
        try {
            if (client.once()) {
                latency.recordValue(System.nanoTime() - due);
                return;
            }
        } catch (Exception unanswered) {
            // Counted as what it is.
        }
        failed.increment();
    }
}

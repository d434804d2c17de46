package io.creditledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A number of clients, each of which sends its next request when the one before has been answered. It finds the highest rate;
 * its latencies are those of a full house, and a stall delays the requests behind it unseen, which a fixed rate would show.
 */
final class ClosedLoop {

    static final String NAME = "closed loop";

    private static final int DIGITS = 3;

    private ClosedLoop() {}

    /** One client: it has a connection, or whatever it needs, to itself. */
    interface Client {

        /** Does one operation; false when it was refused. */
        boolean once() throws Exception;

        /** Whether there is anything left for it to do before the time is over. */
        default boolean hasMore() {
            return true;
        }

        /** Lets go of what it had. */
        default void close() throws Exception {}
    }

    /** Makes the client of a number, from zero on. */
    interface Clients {
        Client client(int number) throws Exception;
    }

    static Measured run(int inFlight, Duration duration, Clients clients) throws Exception {
        Histogram latency = new ConcurrentHistogram(DIGITS);
        LongAdder failed = new LongAdder();
        List<Client> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < inFlight; number++) {
                made.add(clients.client(number));
            }
            long start = System.nanoTime();
            long end = start + duration.toNanos();
            List<Future<?>> running = new ArrayList<>();
            for (Client client : made) {
                running.add(threads.submit(() -> drive(client, end, latency, failed)));
            }
            for (Future<?> client : running) {
                join(client);
            }
            double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
            return new Measured(latency.getTotalCount(), failed.sum(), seconds, latency);
        } finally {
            for (Client client : made) {
                client.close();
            }
        }
    }

    private static Void drive(Client client, long end, Histogram latency, LongAdder failed) throws Exception {
        for (long before = System.nanoTime(); before < end && client.hasMore(); ) {
            boolean succeeded = client.once();
            long after = System.nanoTime();
            if (succeeded) {
                latency.recordValue(after - before);
            } else {
                failed.increment();
            }
            before = after;
        }
        return null;
    }

    private static void join(Future<?> client) throws Exception {
        try {
            client.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a client of the load broke", failure.getCause());
        }
    }
}

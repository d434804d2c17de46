package io.creditledger.projections.platform;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads of all read models: coordinators read the history, workers write batches. */
final class ProjectionExecutors implements AutoCloseable {

    private final ScheduledExecutorService coordinators;
    private final ScheduledExecutorService workers;
    private final ScheduledExecutorService retries;

    ProjectionExecutors(int coordinators, int workers) {
        this.coordinators = pool("projections-coordinator-", coordinators);
        this.workers = pool("projections-worker-", workers);
        this.retries = pool("projections-retry-", 1);
    }

    private static ScheduledExecutorService pool(String name, int threads) {
        return Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    ScheduledExecutorService coordinators() {
        return coordinators;
    }

    ScheduledExecutorService workers() {
        return workers;
    }

    ScheduledExecutorService retries() {
        return retries;
    }

    @Override
    public void close() {
        retries.shutdownNow();
        coordinators.shutdownNow();
        workers.shutdownNow();
    }
}

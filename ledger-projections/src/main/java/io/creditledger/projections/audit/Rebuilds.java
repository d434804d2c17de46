package io.creditledger.projections.audit;

import io.creditledger.projections.audit.Rebuilding.Stopped;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up rebuilds that were asked for, each once: one whose process is gone has failed, and what it had made is removed. The first
 * time it looks it removes what was left behind by any.
 */
final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final int LOOK_EVERY_MILLIS = 500;

    /** One of all accounts, and some of single ones. */
    private static final int MAX_AT_ONCE = 4;

    private final RebuildTable table;
    private final RebuildWork work;
    private final Clock clock;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rebuild").factory());
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("rebuild-worker-", 0).factory());
    private final ScheduledFuture<?> looking;
    private boolean tidy;

    Rebuilds(RebuildTable table, RebuildWork work, Clock clock) {
        this.table = table;
        this.work = work;
        this.clock = clock;
        this.looking = schedule.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (!tidy) {
                work.tidy();
                tidy = true;
            }
            for (Rebuild rebuild : table.running()) {
                if (underWay.size() < MAX_AT_ONCE && underWay.add(rebuild.number())) {
                    workers.execute(() -> carryOut(rebuild));
                }
            }
        } catch (RuntimeException failure) {
            // The database is away, most likely; there is a next time.
            LOG.debug("It could not be seen whether there is anything to rebuild", failure);
        }
    }

    private void carryOut(Rebuild rebuild) {
        try {
            work.carryOut(rebuild, workers);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            end(rebuild, Objects.requireNonNullElse(failure.getCause(), failure));
        } catch (RuntimeException failure) {
            end(rebuild, failure);
        } finally {
            underWay.remove(rebuild.number());
        }
    }

    private void end(Rebuild rebuild, Throwable failure) {
        if (failure instanceof Stopped) {
            LOG.info("Rebuild {} was stopped", rebuild.id());
            return;
        }
        LOG.warn("Rebuild {} failed: {}", rebuild.id(), failure.toString());
        LOG.debug("Why rebuild {} failed", rebuild.id(), failure);
        try {
            String why = failure instanceof Rebuilding.Impossible ? failure.getMessage() : failure.toString();
            table.fail(rebuild.number(), Objects.requireNonNullElse(why, "unknown"), clock.instant());
        } catch (RuntimeException away) {
            // Then the next who looks finds that nobody works on it, and says so.
            LOG.debug("It could not be noted that rebuild {} failed", rebuild.id(), away);
        }
    }

    @Override
    public void close() {
        looking.cancel(true);
        workers.shutdownNow();
        schedule.shutdownNow();
    }
}

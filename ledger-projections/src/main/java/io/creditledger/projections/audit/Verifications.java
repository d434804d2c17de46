package io.creditledger.projections.audit;

import io.creditledger.api.audit.VerificationState;
import java.time.Clock;
import java.util.Map;
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
 * Takes up verifications that are running and that no process works on: those that were asked for, those that were resumed, and those
 * that a process left behind that is gone.
 */
final class Verifications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int LOOK_EVERY_MILLIS = 500;

    /** A slow one must not keep a quick one waiting; more than these would only be in each other's way. */
    private static final int MAX_AT_ONCE = 4;

    /** So often a verification may fail without getting any further before it counts as failed: the database may be away for a while. */
    private static final int MAX_FAILURES = 20;

    private final VerificationTable table;
    private final VerificationWork work;
    private final Clock clock;
    private final Map<Long, Failures> failures = new ConcurrentHashMap<>();
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit").factory());
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("audit-worker-", 0).factory());

    private final ScheduledFuture<?> looking;

    /** How often a verification failed at a place. */
    private record Failures(long facts, int count) {}

    Verifications(VerificationTable table, VerificationWork work, Clock clock) {
        this.table = table;
        this.work = work;
        this.clock = clock;
        this.looking = schedule.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (Verification verification : table.running()) {
                if (underWay.size() < MAX_AT_ONCE && underWay.add(verification.number())) {
                    workers.execute(() -> carryOn(verification));
                }
            }
        } catch (RuntimeException failure) {
            // The database is away, most likely; there is a next time.
            LOG.debug("It could not be seen whether there is anything to verify", failure);
        }
    }

    private void carryOn(Verification verification) {
        try {
            work.carryOn(verification, workers);
            failures.remove(verification.number());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            note(verification, Objects.requireNonNullElse(failure.getCause(), failure));
        } catch (RuntimeException failure) {
            note(verification, failure);
        } finally {
            underWay.remove(verification.number());
        }
    }

    private void note(Verification verification, Throwable failure) {
        LOG.warn("Verification {} was interrupted: {}", verification.id(), failure.toString());
        LOG.debug("Why verification {} was interrupted", verification.id(), failure);
        Failures now = failures.merge(
                verification.number(),
                new Failures(verification.facts(), 1),
                (before, one) -> before.facts() == one.facts() ? new Failures(one.facts(), before.count() + 1) : one);
        if (now.count() >= MAX_FAILURES) {
            failures.remove(verification.number());
            table.end(verification.number(), VerificationState.FAILED, failure.toString(), clock.instant());
        }
    }

    @Override
    public void close() {
        looking.cancel(true);
        workers.shutdownNow();
        schedule.shutdownNow();
    }
}

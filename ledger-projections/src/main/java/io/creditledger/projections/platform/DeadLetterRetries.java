package io.creditledger.projections.platform;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the facts again, every so often, that were set aside: what failed may have been repaired. */
final class DeadLetterRetries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRetries.class);

    private final ProjectionProcessors processors;
    private final @Nullable ScheduledFuture<?> schedule;

    /** @param interval between one time and the next; zero for never */
    DeadLetterRetries(ProjectionProcessors processors, ScheduledExecutorService executor, Duration interval) {
        this.processors = processors;
        this.schedule = interval.isPositive()
                ? executor.scheduleWithFixedDelay(
                        this::retry, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS)
                : null;
    }

    private void retry() {
        for (ProjectionGroup group : processors.groups()) {
            try {
                group.retryDeadLetters();
            } catch (RuntimeException failure) {
                // The database is away, most likely; there is a next time.
                LOG.warn("Read model {} could not try again what is set aside", group.name(), failure);
            }
        }
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }
}

package io.creditledger.projections.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/** A read model at work in this process: where it is, and what can be done with it. */
final class ProjectionGroup {

    private final PooledStreamingEventProcessor processor;
    private final ProjectionInvoker invoker;
    private final DeadLetters deadLetters;
    private final Supplier<@Nullable TrackingToken> head;
    private final LastApplied lastApplied;
    private final Clock clock;
    private final ReentrantLock resetting = new ReentrantLock();

    ProjectionGroup(
            PooledStreamingEventProcessor processor,
            ProjectionInvoker invoker,
            DeadLetters deadLetters,
            Supplier<@Nullable TrackingToken> head,
            LastApplied lastApplied,
            Clock clock) {
        this.processor = processor;
        this.invoker = invoker;
        this.deadLetters = deadLetters;
        this.head = head;
        this.lastApplied = lastApplied;
        this.clock = clock;
    }

    String name() {
        return processor.getName();
    }

    PooledStreamingEventProcessor processor() {
        return processor;
    }

    DeadLetters.Size deadLetters() {
        return deadLetters.size();
    }

    Collection<EventTrackerStatus> segments() {
        return processor.processingStatus().values();
    }

    boolean isRunning() {
        return processor.isRunning() && segments().stream().noneMatch(EventTrackerStatus::isErrorState);
    }

    boolean isReplaying() {
        return segments().stream().anyMatch(EventTrackerStatus::isReplaying);
    }

    /** How far the slowest segment of this process is behind the history; zero when it has none. */
    long lagEvents() {
        TrackingToken newest = head.get();
        if (newest == null || newest.position().isEmpty()) {
            return 0;
        }
        long end = newest.position().getAsLong();
        return segments().stream()
                .mapToLong(segment -> Math.max(0, end - position(segment)))
                .max()
                .orElse(0);
    }

    private static long position(EventTrackerStatus segment) {
        OptionalLong position = segment.getCurrentPosition();
        return position.orElse(-1);
    }

    double lagSeconds() {
        Instant applied = lastApplied.moment();
        if (applied == null || lagEvents() == 0) {
            return 0;
        }
        return Math.max(0, Duration.between(applied, clock.instant()).toMillis()) / 1_000.0;
    }

    /** Forgets the read model's rows and makes them again from the first fact; reads go on meanwhile and show what there is. */
    void reset() {
        resetting.lock();
        try {
            processor.shutDown();
            try {
                processor.resetTokens();
            } finally {
                processor.start();
            }
        } finally {
            resetting.unlock();
        }
    }

    /** Tries the facts again of an account that was set aside; answers whether it is up to date again. */
    boolean retryDeadLetters(String accountId) {
        return invoker.process(letter -> letter.message() instanceof DomainEventMessage<?> fact
                && fact.getAggregateIdentifier().equals(accountId));
    }

    /**
     * Tries the facts again that were set aside, each account once.
     *
     * @return how many accounts are up to date again
     */
    int retryDeadLetters() {
        int repaired = 0;
        long accounts = deadLetters.size().accounts();
        for (long attempt = 0; attempt < accounts; attempt++) {
            if (invoker.processAny()) {
                repaired++;
            }
        }
        return repaired;
    }
}

package io.creditledger.projections.audit;

import io.creditledger.api.LedgerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** The facts of all accounts in the order in which they were stored, from a place in the history on. For one thread. */
final class LatestFacts implements AutoCloseable {

    private static final long NOWHERE = -1;
    private static final int PATIENCE_SECONDS = 5;

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private @Nullable TrackingToken place;

    /** @param place behind which to begin; null for the beginning */
    LatestFacts(BlockingStream<TrackedEventMessage<?>> stream, @Nullable TrackingToken place) {
        this.stream = stream;
        this.place = place;
    }

    /** Those that are there already, at most so many. */
    List<DomainEventMessage<?>> next(int limit) {
        List<DomainEventMessage<?>> facts = new ArrayList<>();
        while (facts.size() < limit && stream.hasNextAvailable()) {
            take(facts);
        }
        return facts;
    }

    /** Those up to a place that the history has reached. */
    List<DomainEventMessage<?>> upTo(long position) {
        List<DomainEventMessage<?>> facts = new ArrayList<>();
        while (position() < position) {
            if (!hasNext()) {
                throw new Rebuilding.Impossible("the history ends before the place that a read model has come to");
            }
            take(facts);
        }
        return facts;
    }

    private boolean hasNext() {
        try {
            return stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void take(List<DomainEventMessage<?>> facts) {
        TrackedEventMessage<?> next = next();
        place = next.trackingToken();
        if (next instanceof DomainEventMessage<?> fact) {
            if (!LedgerEvent.class.isAssignableFrom(fact.getPayloadType())) {
                throw new Rebuilding.Impossible("account " + fact.getAggregateIdentifier() + ": the fact of revision "
                        + fact.getSequenceNumber() + " is of a kind that nobody knows");
            }
            facts.add(fact);
        }
    }

    private TrackedEventMessage<?> next() {
        try {
            return stream.nextAvailable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the history", interrupted);
        }
    }

    /** Behind the last one that was read; null while that is the beginning. */
    @Nullable
    TrackingToken place() {
        return place;
    }

    private long position() {
        return place == null ? NOWHERE : place.position().orElse(NOWHERE);
    }

    @Override
    public void close() {
        stream.close();
    }
}

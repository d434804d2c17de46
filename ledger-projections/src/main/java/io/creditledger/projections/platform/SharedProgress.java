package io.creditledger.projections.platform;

import io.creditledger.projections.platform.Positions.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** How far read models are, whichever processes move them: from what all of them write down, so that each can tell it. */
final class SharedProgress {

    private final Positions positions;
    private final Supplier<? extends StreamableMessageSource<TrackedEventMessage<?>>> history;
    private final Duration claimTimeout;
    private final Clock clock;

    /** @param claimTimeout after how long a process that says nothing has given up what it moved */
    SharedProgress(
            Positions positions,
            Supplier<? extends StreamableMessageSource<TrackedEventMessage<?>>> history,
            Duration claimTimeout,
            Clock clock) {
        this.positions = positions;
        this.history = history;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    /**
     * How far a read model is.
     *
     * @param running whether some process moves each part of it
     * @param replaying whether a part of it is being made again
     * @param lagEvents how many facts its slowest part is behind
     * @param lagMillis how old the oldest fact is that it has yet to apply
     */
    record Place(boolean running, boolean replaying, long lagEvents, long lagMillis) {}

    Place of(String group) {
        List<Part> parts = positions.parts(group);
        Instant silentSince = clock.instant().minus(claimTimeout);
        boolean running = !parts.isEmpty() && parts.stream().allMatch(part -> isMoved(part, silentSince));
        boolean replaying = parts.stream().anyMatch(part -> ReplayToken.isReplay(part.place()));
        Part slowest =
                parts.stream().min(Comparator.comparingLong(Part::position)).orElse(new Part(null, null));
        long lagEvents = Math.max(0, end() - slowest.position());
        return new Place(running, replaying, lagEvents, lagEvents == 0 ? 0 : ageOfNext(slowest.place()));
    }

    private static boolean isMoved(Part part, Instant silentSince) {
        Instant claimedAt = part.claimedAt();
        return claimedAt != null && claimedAt.isAfter(silentSince);
    }

    private long end() {
        TrackingToken newest = history.get().createHeadToken();
        return newest == null ? -1 : newest.position().orElse(-1);
    }

    private long ageOfNext(@Nullable TrackingToken place) {
        try (TrackingEventStream next = (TrackingEventStream) history.get().openStream(place)) {
            return next.peek()
                    .map(fact -> Math.max(
                            0,
                            Duration.between(fact.getTimestamp(), clock.instant())
                                    .toMillis()))
                    .orElse(0L);
        }
    }
}

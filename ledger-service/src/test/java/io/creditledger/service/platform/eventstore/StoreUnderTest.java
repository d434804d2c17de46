package io.creditledger.service.platform.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** What the contract asks of a store, whichever of Axon's two kinds it is. */
interface StoreUnderTest {

    void append(List<? extends DomainEventMessage<?>> events);

    DomainEventStream read(String account, long from);

    default DomainEventStream read(String account) {
        return read(account, 0);
    }

    Optional<Long> lastSequenceNumber(String account);

    void keepSnapshot(DomainEventMessage<?> snapshot);

    Optional<? extends DomainEventMessage<?>> snapshot(String account);

    /** All that is stored behind a place by now. */
    List<? extends TrackedEventMessage<?>> follow(@Nullable TrackingToken place);

    @Nullable
    TrackingToken head();

    @Nullable
    TrackingToken tail();

    @Nullable
    TrackingToken at(Instant moment);
}

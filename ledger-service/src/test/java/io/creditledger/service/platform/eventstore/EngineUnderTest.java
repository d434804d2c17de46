package io.creditledger.service.platform.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** A storage engine, asked itself. */
record EngineUnderTest(EventStorageEngine engine) implements StoreUnderTest {

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        engine.appendEvents(events);
    }

    @Override
    public DomainEventStream read(String account, long from) {
        return engine.readEvents(account, from);
    }

    @Override
    public Optional<Long> lastSequenceNumber(String account) {
        return engine.lastSequenceNumberFor(account);
    }

    @Override
    public void keepSnapshot(DomainEventMessage<?> snapshot) {
        engine.storeSnapshot(snapshot);
    }

    @Override
    public Optional<? extends DomainEventMessage<?>> snapshot(String account) {
        return engine.readSnapshot(account);
    }

    @Override
    public List<? extends TrackedEventMessage<?>> follow(@Nullable TrackingToken place) {
        return engine.readEvents(place, false).toList();
    }

    @Override
    public @Nullable TrackingToken head() {
        return engine.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken tail() {
        return engine.createTailToken();
    }

    @Override
    public @Nullable TrackingToken at(Instant moment) {
        return engine.createTokenAt(moment);
    }
}

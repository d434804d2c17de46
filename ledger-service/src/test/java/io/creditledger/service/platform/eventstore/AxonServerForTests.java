package io.creditledger.service.platform.eventstore;

import static org.awaitility.Awaitility.await;

import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.platform.tracing.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.jspecify.annotations.Nullable;

/** One node's store on an Axon Server, and its copy on the database of a test class, as the application would assemble them. */
record AxonServerForTests(
        AxonServerConnectionManager connections,
        EventStore store,
        CopyTables tables,
        FactsCopy copy,
        DataSource dataSource)
        implements StoreUnderTest, AutoCloseable {

    /** Much longer than a copy takes, and soon over where there is none. */
    private static final Duration COPY_PATIENCE = Duration.ofSeconds(2);

    static AxonServerForTests on(String address, PostgresForTests postgres) {
        AxonServerConfiguration configuration = AxonServerConfiguration.builder()
                .servers(address)
                .componentName("event-store-contract")
                .build();
        configuration.setCommitTimeout(5_000);
        configuration.setReconnectInterval(200);
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        DataSource dataSource = postgres.dataSource(8);
        EventStoreSchema.migrate(dataSource);
        WhereFactsAre.requireOnAxonServer(dataSource, configuration.getContext());
        CopyTables tables = new CopyTables(dataSource);
        AxonServerEventStore.Builder builder = AxonServerEventStore.builder()
                .configuration(configuration)
                .platformConnectionManager(connections)
                .eventSerializer(Facts.serializer())
                .snapshotSerializer(Facts.serializer())
                .snapshotFilter(SnapshotFilter.allowAll());
        AtomicReference<@Nullable FactsCopy> known = new AtomicReference<>();
        EventStore store = RequestCheckingEventStore.of(
                builder, tables, Facts.serializer(), () -> Objects.requireNonNull(known.get()), Traces.NONE);
        FactsCopy copy = new FactsCopy(store, tables, Facts.serializer(), COPY_PATIENCE);
        known.set(copy);
        copy.start();
        return new AxonServerForTests(connections, store, tables, copy, dataSource);
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        AxonServerFailures.translating(() -> {
            store.publish(events);
            return events;
        });
    }

    @Override
    public DomainEventStream read(String account, long from) {
        return store.readEvents(account, from);
    }

    @Override
    public Optional<Long> lastSequenceNumber(String account) {
        return store.lastSequenceNumberFor(account);
    }

    /** The connector tells nobody when a snapshot is stored. */
    @Override
    public void keepSnapshot(DomainEventMessage<?> snapshot) {
        store.storeSnapshot(snapshot);
        await().until(() -> snapshot(snapshot.getAggregateIdentifier())
                .filter(kept -> kept.getSequenceNumber() == snapshot.getSequenceNumber())
                .isPresent());
    }

    /** What reading an account begins with. */
    @Override
    public Optional<? extends DomainEventMessage<?>> snapshot(String account) {
        return store.readEvents(account).asStream().findFirst();
    }

    @Override
    public List<? extends TrackedEventMessage<?>> follow(@Nullable TrackingToken place) {
        long end = position(head());
        List<TrackedEventMessage<?>> followed = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(place)) {
            for (long last = position(place);
                    last < end;
                    last = position(followed.getLast().trackingToken())) {
                followed.add(stream.nextAvailable());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return followed;
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public @Nullable TrackingToken head() {
        return store.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken tail() {
        return store.createTailToken();
    }

    @Override
    public @Nullable TrackingToken at(Instant moment) {
        return store.createTokenAt(moment);
    }

    @Override
    public void close() {
        copy.stop();
        connections.shutdown();
    }
}

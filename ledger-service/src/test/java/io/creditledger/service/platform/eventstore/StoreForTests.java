package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.platform.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** One node's event store on the database of a test class, as the application would assemble it. */
record StoreForTests(
        PostgresEventStorageEngine engine,
        GroupCommit writer,
        StoredFacts facts,
        MeterRegistry meters,
        AtomicInteger requestsUnderWay)
        implements AutoCloseable {

    static final EventStoreProperties PROPERTIES = settings(Map.of());

    /** What tests want of a store, and what one of them wants to be otherwise, by the names of the settings. */
    static EventStoreProperties settings(Map<String, Object> otherwise) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "cached-events",
                1_000,
                "fetch-delay",
                Duration.ofMillis(20),
                "fetch-pause",
                Duration.ZERO,
                "wake-pause",
                Duration.ZERO));
        settings.putAll(otherwise);
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", EventStoreProperties.class);
    }

    static StoreForTests on(PostgresForTests postgres) {
        return on(postgres, postgres.writerDataSource(), PROPERTIES);
    }

    static StoreForTests on(PostgresForTests postgres, DataSource writers, EventStoreProperties properties) {
        return on(postgres.dataSource(8), writers, properties);
    }

    static StoreForTests on(DataSource readers, DataSource writers, EventStoreProperties properties) {
        EventStoreSchema.migrate(readers);
        MeterRegistry meters = new SimpleMeterRegistry();
        AtomicInteger requestsUnderWay = new AtomicInteger();
        GroupCommit writer = new GroupCommit(writers, properties, new AppendMeters(meters), requestsUnderWay::get);
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder();
        builder.eventSerializer(Facts.serializer())
                .snapshotSerializer(Facts.serializer())
                .batchSize(properties.readBatch());
        PostgresEventStorageEngine engine =
                PostgresEventStorageEngine.of(builder, readers, writer, properties.fetchPause(), Traces.NONE);
        return new StoreForTests(
                engine,
                writer,
                new StoredFacts(readers, Facts.serializer(), NoOpEventUpcaster.INSTANCE, UpToDate.ALWAYS),
                meters,
                requestsUnderWay);
    }

    @Override
    public void close() {
        writer.close();
    }
}

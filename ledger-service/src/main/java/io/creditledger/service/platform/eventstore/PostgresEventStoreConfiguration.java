package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.tracing.Traces;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** The store of the facts, on PostgreSQL: as long as no Axon Server is named. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "axon.axonserver.enabled", havingValue = false, matchIfMissing = true)
class PostgresEventStoreConfiguration {

    @Bean
    UpToDate upToDate(DataSource dataSource, EventStoreSchema schema) {
        WhereFactsAre.requireHere(dataSource);
        return UpToDate.ALWAYS;
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            @Qualifier("eventSerializer") Serializer eventSerializer,
            @Qualifier("snapshotSerializer") Serializer snapshotSerializer,
            DataSource dataSource,
            GroupCommit writer,
            EventStoreProperties properties,
            UpToDate ownHistory,
            Traces traces,
            Configuration axon) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder();
        builder.eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .upcasterChain(axon.upcasterChain())
                .snapshotFilter(axon.snapshotFilter())
                .batchSize(properties.readBatch());
        return PostgresEventStorageEngine.of(builder, dataSource, writer, properties.fetchPause(), traces);
    }

    @Bean
    EmbeddedEventStore eventStore(
            EventStorageEngine engine, EventStoreProperties properties, RecentFacts recentFacts, Configuration axon) {
        EmbeddedEventStore.Builder builder = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                // All who follow the store share one reader and what it has read.
                .optimizeEventConsumption(true)
                .cachedEvents(properties.cachedEvents())
                .fetchDelay(properties.fetchDelay().toMillis());
        return new WakingEventStore(builder, recentFacts, properties.wakePause());
    }
}

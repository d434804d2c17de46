package io.creditledger.service.platform.eventstore;

import io.creditledger.service.account.AnsweredRequests;
import io.creditledger.service.audit.AccountHistory;
import io.creditledger.service.audit.archive.HistoryArchive;
import io.creditledger.service.platform.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Assembles the event store. The order in which beans need each other is the order of start, and backwards of stop. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreProperties.class)
class EventStoreConfiguration {

    @Bean
    EventStoreSchema eventStoreSchema(DataSource dataSource) {
        return EventStoreSchema.migrate(dataSource);
    }

    /** Closed before the connections that it drains its queue with. */
    @Bean
    GroupCommit groupCommit(
            @Qualifier("eventWriterDataSource") DataSource dataSource,
            EventStoreProperties properties,
            MeterRegistry registry,
            EventStoreSchema schema) {
        return new GroupCommit(dataSource, properties, new AppendMeters(registry));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            @Qualifier("eventSerializer") Serializer eventSerializer,
            @Qualifier("snapshotSerializer") Serializer snapshotSerializer,
            DataSource dataSource,
            GroupCommit writer,
            EventStoreProperties properties,
            Traces traces,
            Configuration axon) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder();
        builder.eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .upcasterChain(axon.upcasterChain())
                .snapshotFilter(axon.snapshotFilter())
                .batchSize(properties.readBatch());
        return PostgresEventStorageEngine.of(builder, dataSource, writer, traces);
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine, EventStoreProperties properties, Configuration axon) {
        return new WakingEventStore(EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                // All who follow the store share one reader and what it has read.
                .optimizeEventConsumption(true)
                .cachedEvents(properties.cachedEvents())
                .fetchDelay(properties.fetchDelay().toMillis()));
    }

    @Bean
    StoredFacts storedFacts(
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer serializer,
            Configuration axon,
            EventStoreSchema schema) {
        return new StoredFacts(dataSource, serializer, axon.upcasterChain());
    }

    @Bean
    AnsweredRequests answeredRequests(StoredFacts facts, GroupCommit writer, DataSource dataSource) {
        return new StoredAnswers(facts, writer, dataSource);
    }

    @Bean
    AccountHistory accountHistory(StoredFacts facts) {
        return new StoredHistory(facts);
    }

    @Bean
    HistoryArchive historyArchive(
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer serializer,
            Configuration axon,
            EventStoreSchema schema) {
        return new StoredArchive(dataSource, new ArchivedFactCheck(serializer, axon.upcasterChain()));
    }

    @Bean
    StoredFactsQueries storedFactsQueries(StoredFacts facts) {
        return new StoredFactsQueries(facts);
    }
}

package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.tracing.Traces;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** The store of the facts, on Axon Server, and the copy that PostgreSQL has of them. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("axon.axonserver.enabled")
class AxonServerEventStoreConfiguration {

    @Bean
    CopyTables copyTables(DataSource dataSource, AxonServerConfiguration configuration, EventStoreSchema schema) {
        WhereFactsAre.requireOnAxonServer(dataSource, configuration.getContext());
        return new CopyTables(dataSource);
    }

    @Bean
    AxonServerEventStore eventStore(
            AxonServerConfiguration configuration,
            AxonServerConnectionManager connections,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            @Qualifier("snapshotSerializer") Serializer snapshotSerializer,
            CopyTables copied,
            ObjectProvider<FactsCopy> copy,
            Traces traces,
            Configuration axon) {
        AxonServerEventStore.Builder builder = AxonServerEventStore.builder()
                .configuration(configuration)
                .platformConnectionManager(connections)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .snapshotFilter(axon.snapshotFilter())
                .upcasterChain(axon.upcasterChain())
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class));
        return RequestCheckingEventStore.of(builder, copied, eventSerializer, copy::getObject, traces);
    }

    @Bean
    FactsCopy factsCopy(
            EventStore store,
            CopyTables tables,
            @Qualifier("eventSerializer") Serializer serializer,
            EventStoreProperties properties) {
        return new FactsCopy(store, tables, serializer, properties.copyPatience());
    }
}

package io.creditledger.projections.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Wires the read models: found by the scan of {@code io.creditledger}, wherever this module is on the class path. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionsProperties.class)
class ProjectionsConfiguration {

    @Bean
    ProjectionsDatabase projectionsDatabase(JdbcConnectionDetails server, ProjectionsProperties properties) {
        return new ProjectionsDatabase(server, properties);
    }

    @Bean
    Shadows projectionShadows(List<Projection> projections, JdbcConnectionDetails server) {
        return new Shadows(projections, server);
    }

    @Bean
    Positions projectionPositions(ProjectionsDatabase database) {
        return new Positions(database.jdbc(), tokenSerializer());
    }

    @Bean
    ShownAccounts shownAccounts(List<Projection> projections, ProjectionsDatabase database) {
        return new ShownAccounts(projections, database);
    }

    @Bean
    ReadModelDesk readModelDesk(
            ProjectionProcessors processors,
            Positions positions,
            ProjectionsDatabase database,
            ProjectionsProperties properties,
            ObjectProvider<EventStore> store,
            ObjectProvider<Clock> clock) {
        return new ReadModelDesk(
                processors,
                new SharedProgress(
                        positions, store::getObject, properties.claimTimeout(), clock.getIfUnique(Clock::systemUTC)),
                database.client());
    }

    @Bean
    Freshness projectionFreshness() {
        return new Freshness();
    }

    @Bean
    ProjectionExecutors projectionExecutors(ProjectionsProperties properties, List<Projection> projections) {
        return new ProjectionExecutors(projections.size(), properties.threads());
    }

    @Bean
    ProjectionProcessors projectionProcessors(
            List<Projection> projections,
            ProjectionsDatabase database,
            ProjectionsProperties properties,
            ProjectionExecutors executors,
            Freshness freshness,
            ObjectProvider<MeterRegistry> registry,
            ObjectProvider<Clock> clock,
            @Value("${" + ProjectionsRole.PROPERTY + ":true}") boolean follows,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        Serializer tokenSerializer = tokenSerializer();
        return new ProjectionProcessors(
                projections,
                database,
                properties,
                tokens(database, properties, tokenSerializer),
                tokenSerializer,
                executors,
                freshness,
                new ProjectionMeters(registry.getIfUnique(() -> Metrics.globalRegistry)),
                clock.getIfUnique(Clock::systemUTC),
                follows,
                FollowedFacts.of(tracer, propagator));
    }

    @Bean
    @ConditionalOnProperty(name = ProjectionsRole.PROPERTY, matchIfMissing = true)
    DeadLetterRetries projectionRetries(
            ProjectionProcessors processors, ProjectionExecutors executors, ProjectionsProperties properties) {
        return new DeadLetterRetries(
                processors, executors.retries(), properties.deadLetters().retryInterval());
    }

    @Bean
    ProjectionsEndpoint projectionsEndpoint(ProjectionProcessors processors) {
        return new ProjectionsEndpoint(processors);
    }

    /** Its name, less the suffix, is what health groups call it: {@code projections}. */
    @Bean
    ProjectionsHealth projectionsHealthIndicator(ProjectionProcessors processors, ProjectionsProperties properties) {
        return new ProjectionsHealth(processors, properties.maxLag());
    }

    /**
     * Places in the history are Axon's own classes: their JSON must not follow how events are written. Some hold others by the
     * name of their class, which Jackson reads only when told which names are harmless: Axon's own, and no more.
     */
    static Serializer tokenSerializer() {
        BasicPolymorphicTypeValidator axonsOwn = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.eventhandling.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(axonsOwn))
                .build();
    }

    private static TokenStore tokens(
            ProjectionsDatabase database, ProjectionsProperties properties, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(database.connections())
                .serializer(serializer)
                .schema(tokenSchema())
                .claimTimeout(properties.claimTimeout())
                .nodeId(NodeId.ofThisProcess())
                .build();
    }

    private static TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable("projections.token")
                .setProcessorNameColumn("processing_group")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .setOwnerColumn("owner")
                .build();
    }
}

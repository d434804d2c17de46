package io.creditledger.projections.platform;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;

/**
 * Gives every read model a processor of its own: its own place in the history, its own dead letters. In a process that does not
 * follow the history the processors stay still: others move the read models, and what is set aside can still be tried again here.
 */
final class ProjectionProcessors implements ConfigurerModule {

    private final List<Projection> projections;
    private final ProjectionsDatabase database;
    private final ProjectionsProperties properties;
    private final TokenStore tokens;
    private final Serializer tokenSerializer;
    private final ProjectionExecutors executors;
    private final Freshness freshness;
    private final ProjectionMeters meters;
    private final Clock clock;
    private final boolean follows;
    private final FollowedFacts followed;
    private final Map<String, ProjectionGroup> groups = new ConcurrentSkipListMap<>();

    ProjectionProcessors(
            List<Projection> projections,
            ProjectionsDatabase database,
            ProjectionsProperties properties,
            TokenStore tokens,
            Serializer tokenSerializer,
            ProjectionExecutors executors,
            Freshness freshness,
            ProjectionMeters meters,
            Clock clock,
            boolean follows,
            FollowedFacts followed) {
        this.projections = projections;
        this.database = database;
        this.properties = properties;
        this.tokens = tokens;
        this.tokenSerializer = tokenSerializer;
        this.executors = executors;
        this.freshness = freshness;
        this.meters = meters;
        this.clock = clock;
        this.follows = follows;
        this.followed = followed;
    }

    @Override
    public void configureModule(Configurer configurer) {
        for (Projection projection : projections) {
            configurer.eventProcessing().registerEventProcessor(projection.group(), (_, configuration, _) -> {
                ProjectionGroup group = groupOf(projection, configuration);
                return follows ? group.processor() : new RestingProcessor(group.name());
            });
        }
    }

    Collection<ProjectionGroup> groups() {
        return groups.values();
    }

    /** Whether this process moves the read models, alone or beside others. */
    boolean follow() {
        return follows;
    }

    private ProjectionGroup groupOf(Projection projection, Configuration configuration) {
        DeadLetters deadLetters =
                new DeadLetters(projection.group(), database.jdbc(), deadLetterQueue(projection, configuration));
        LastApplied lastApplied = new LastApplied();
        ProjectionInvoker invoker = new ProjectionInvoker(
                handlers(projection, configuration),
                projection,
                database,
                deadLetters,
                freshness,
                meters.of(projection.group()),
                lastApplied,
                followed);
        StreamableMessageSource<TrackedEventMessage<?>> history = history(configuration);
        PooledStreamingEventProcessor processor = processor(projection.group(), invoker, history);
        ProjectionGroup group =
                new ProjectionGroup(processor, invoker, deadLetters, history::createHeadToken, lastApplied, clock);
        groups.put(group.name(), group);
        if (follows) {
            meters.gauges(group);
        }
        return group;
    }

    @SuppressWarnings("unchecked")
    private static StreamableMessageSource<TrackedEventMessage<?>> history(Configuration configuration) {
        return (StreamableMessageSource<TrackedEventMessage<?>>) configuration.eventBus();
    }

    private static SimpleEventHandlerInvoker.Builder<?> handlers(Projection projection, Configuration configuration) {
        SimpleEventHandlerInvoker.Builder<?> handlers = SimpleEventHandlerInvoker.builder();
        handlers.eventHandlers(List.of(projection));
        handlers.handlerDefinition(configuration.handlerDefinition(projection.getClass()));
        handlers.parameterResolverFactory(configuration.parameterResolverFactory());
        handlers.sequencingPolicy(SequentialPerAggregatePolicy.instance());
        return handlers;
    }

    private PooledStreamingEventProcessor processor(
            String name, ProjectionInvoker invoker, StreamableMessageSource<TrackedEventMessage<?>> history) {
        long claimMillis = properties.claimTimeout().toMillis();
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .messageSource(history)
                .tokenStore(tokens)
                .transactionManager(database.transactions())
                .workerExecutor(executors.workers())
                .coordinatorExecutor(executors.coordinators())
                .initialSegmentCount(properties.segments())
                .maxClaimedSegments(properties.maxSegments())
                // All of the history, and as a first run: a replay is only what follows a reset.
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(properties.batchSize())
                .tokenClaimInterval(properties.claimInterval().toMillis())
                .claimExtensionThreshold(Math.max(1, claimMillis / 4))
                .build();
    }

    private SequencedDeadLetterQueue<EventMessage<?>> deadLetterQueue(
            Projection projection, Configuration configuration) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(projection.group())
                .connectionProvider(database.connections())
                .transactionManager(database.transactions())
                .schema(deadLetterSchema())
                .genericSerializer(tokenSerializer)
                .eventSerializer(configuration.eventSerializer())
                .maxSequences(properties.deadLetters().maxAccounts())
                .maxSequenceSize(properties.deadLetters().maxFacts())
                .build();
    }

    private static DeadLetterSchema deadLetterSchema() {
        return DeadLetterSchema.builder()
                .deadLetterTable("projections.dead_letter")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("occurred_at")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .aggregateTypeColumn("aggregate_type")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }
}

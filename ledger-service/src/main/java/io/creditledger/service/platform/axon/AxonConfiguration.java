package io.creditledger.service.platform.axon;

import io.creditledger.api.LedgerCommand;
import io.creditledger.service.account.AccountSnapshots;
import io.creditledger.service.account.AnsweredRequests;
import io.creditledger.service.account.DecisionClock;
import io.creditledger.service.account.RequestMetadata;
import io.creditledger.service.platform.eventstore.RecentFacts;
import io.creditledger.service.platform.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.queryhandling.LoggingQueryInvocationErrorHandler;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of Axon that the ledger replaces or tunes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandProperties.class)
class AxonConfiguration {

    private static final int SNAPSHOTS_WAITING = 1_000;

    /** Also becomes the clock of Axon's events, so that an event bears the moment at which it was decided. */
    @Bean
    DecisionClock decisionClock(@Value("${axon.axonserver.enabled:false}") boolean onAxonServer) {
        // Axon Server keeps moments to the millisecond, and a repeated answer must be the first one to the letter.
        DecisionClock clock =
                new DecisionClock(Clock.systemUTC(), onAxonServer ? ChronoUnit.MILLIS : ChronoUnit.MICROS);
        GenericEventMessage.clock = clock;
        return clock;
    }

    @Bean
    CommandAnswers commandAnswers(AnsweredRequests requests) {
        return new CommandAnswers(requests);
    }

    @Bean
    KnownAccounts knownAccounts(
            EventStore eventStore,
            Cache accountCache,
            RecentFacts recentFacts,
            ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new KnownAccounts(
                eventStore,
                () -> axon.getObject().repository(AccountSnapshots.aggregateType()),
                accountCache,
                recentFacts);
    }

    /** No transaction manager: the event store commits by itself, many accounts at a time. */
    @Bean(destroyMethod = "close")
    @Qualifier("localSegment")
    CommandBus commandBus(
            CommandProperties properties,
            DecisionClock clock,
            CommandAnswers answers,
            CorrelationDataProvider correlationDataProvider,
            KnownAccounts knownAccounts,
            MeterRegistry registry,
            Traces traces) {
        CommandMeters meters = new CommandMeters(registry);
        CoalescingCommandBus bus = new CoalescingCommandBus(
                SimpleCommandBus.builder(),
                properties.maxUnderWay(),
                clock,
                answers,
                meters,
                correlationDataProvider,
                knownAccounts,
                traces);
        meters.watch(bus::underWay);
        return bus;
    }

    /** No transaction either: a question is one statement, or reads what never changes. */
    @Bean
    @Qualifier("localSegment")
    QueryBus queryBus(QueryUpdateEmitter updates) {
        return SimpleQueryBus.builder()
                .queryUpdateEmitter(updates)
                .errorHandler(LoggingQueryInvocationErrorHandler.builder().build())
                .build();
    }

    /** Whoever needs a transaction brings a manager of their own; nothing here joins one by accident. */
    @Bean
    TransactionManager axonTransactionManager() {
        return NoTransactionManager.instance();
    }

    /**
     * Facts say which request caused them, who sent it, and its trace if it is followed; Axon's trail of message ids would cost two
     * thirds of their metadata's room.
     */
    @Bean
    CorrelationDataProvider correlationDataProvider() {
        return message -> kept(message.getMetaData());
    }

    /** Asked for with every message that is made while one is handled. */
    private static Map<String, Object> kept(MetaData cause) {
        Object actor = cause.get(RequestMetadata.ACTOR);
        Object traceparent = cause.get(RequestMetadata.TRACEPARENT);
        if (traceparent == null || !Traces.isFollowed(traceparent)) {
            return actor == null ? Map.of() : Map.of(RequestMetadata.ACTOR, actor);
        }
        return actor == null
                ? Map.of(RequestMetadata.TRACEPARENT, traceparent)
                : Map.of(RequestMetadata.ACTOR, actor, RequestMetadata.TRACEPARENT, traceparent);
    }

    /** Axon's own resolver looks for an annotation by reflection, for every command anew. */
    @Bean
    CommandTargetResolver commandTargetResolver() {
        return command -> {
            LedgerCommand ledgerCommand = (LedgerCommand) command.getPayload();
            return new VersionedAggregateIdentifier(ledgerCommand.accountId(), null);
        };
    }

    @Bean
    Cache accountCache(CommandProperties properties, MeterRegistry meters) {
        return new CaffeineCache("accounts", properties.cachedAccounts(), meters);
    }

    @Bean
    SnapshotTriggerDefinition accountSnapshotTrigger(Snapshotter snapshotter) {
        return AccountSnapshots.trigger(snapshotter);
    }

    @Bean
    SnapshotFilter accountSnapshotFilter() {
        return AccountSnapshots.filter();
    }

    /** Off the path of commands. A snapshot that finds no room in the queue is left to the next occasion. */
    @Bean
    Snapshotter aggregateSnapshotter(
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore eventStore,
            ThreadPoolExecutor snapshotThread) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .transactionManager(NoTransactionManager.instance())
                .eventStore(eventStore)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .executor(snapshotThread)
                .build();
    }

    @Bean(destroyMethod = "shutdownNow")
    ThreadPoolExecutor snapshotThread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(SNAPSHOTS_WAITING),
                Thread.ofPlatform().name("snapshots").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}

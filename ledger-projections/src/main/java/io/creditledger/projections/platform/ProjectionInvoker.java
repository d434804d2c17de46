package io.creditledger.projections.platform;

import io.micrometer.tracing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Where Axon hands the events of a group to its projection. They are collected by account, and handled together just before the
 * batch is committed: then one statement writes them all, and what fails can be told apart by account.
 */
final class ProjectionInvoker extends SimpleEventHandlerInvoker
        implements SequencedDeadLetterProcessor<EventMessage<?>> {

    private final String collected = ProjectionInvoker.class.getName() + '@' + System.identityHashCode(this);
    private final Projection projection;
    private final ProjectionsDatabase database;
    private final DeadLetters deadLetters;
    private final BatchWriter writer;
    private final Freshness freshness;
    private final ProjectionMeters.GroupMeters meters;
    private final LastApplied lastApplied;
    private final FollowedFacts followed;

    ProjectionInvoker(
            Builder<?> handlers,
            Projection projection,
            ProjectionsDatabase database,
            DeadLetters deadLetters,
            Freshness freshness,
            ProjectionMeters.GroupMeters meters,
            LastApplied lastApplied,
            FollowedFacts followed) {
        super(handlers.listenerInvocationErrorHandler(PropagatingErrorHandler.instance()));
        this.projection = projection;
        this.database = database;
        this.deadLetters = deadLetters;
        this.writer = new BatchWriter(database, projection, this::invokeHandlers, deadLetters);
        this.freshness = freshness;
        this.meters = meters;
        this.lastApplied = lastApplied;
        this.followed = followed;
    }

    /** Every fact moves its account forward, also one that the projection has no handler for. */
    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return true;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return sequencingPolicyMatchesSegment(message, segment);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        if (message instanceof DomainEventMessage<?> fact && sequencingPolicyMatchesSegment(message, segment)) {
            UnitOfWork<?> batch = CurrentUnitOfWork.get();
            batch.<SortedMap<String, List<DomainEventMessage<?>>>>getOrComputeResource(collected, _ -> begin(batch))
                    .computeIfAbsent(fact.getAggregateIdentifier(), _ -> new ArrayList<>())
                    .add(fact);
        }
    }

    /** In the order of accounts, so that whoever writes locks rows in one order. */
    private SortedMap<String, List<DomainEventMessage<?>>> begin(UnitOfWork<?> batch) {
        SortedMap<String, List<DomainEventMessage<?>>> facts = new TreeMap<>();
        batch.onPrepareCommit(_ -> {
            List<Span> steps = followed.begin(projection.group(), facts.values());
            // Committed or not: a batch that is not comes again.
            batch.onCleanup(_ -> steps.forEach(Span::end));
            meters.write(facts, this::write);
        });
        batch.afterCommit(_ -> {
            freshness.committed(projection.group(), facts.keySet());
            meters.committed(facts);
            lastApplied.is(facts.lastEntry().getValue().getLast().getTimestamp());
        });
        return facts;
    }

    private void write(SortedMap<String, List<DomainEventMessage<?>>> facts) {
        var parked = deadLetters.among(facts.keySet());
        List<AccountFacts> open = new ArrayList<>(facts.size());
        facts.forEach((accountId, ofAccount) -> {
            AccountFacts account = new AccountFacts(accountId, ofAccount);
            if (parked.contains(accountId)) {
                deadLetters.park(account);
            } else {
                open.add(account);
            }
        });
        writer.write(open);
    }

    @Override
    public boolean process(Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter) {
        UnitOfWork<?> work = new DefaultUnitOfWork<>(null);
        work.attachTransaction(database.transactions());
        return Boolean.TRUE.equals(
                work.executeWithResult(() -> deadLetters.queue().process(sequenceFilter, this::tryAgain))
                        .getPayload());
    }

    private EnqueueDecision<EventMessage<?>> tryAgain(DeadLetter<? extends EventMessage<?>> letter) {
        if (!(letter.message() instanceof DomainEventMessage<?> fact)) {
            return Decisions.evict();
        }
        AccountFacts account = new AccountFacts(fact.getAggregateIdentifier(), List.of(fact));
        List<AccountFacts> due = writer.notYetApplied(List.of(account));
        @Nullable Exception failure = due.isEmpty() ? null : writer.attempt(due);
        if (failure != null) {
            return Decisions.requeue(ThrowableCause.truncated(failure));
        }
        CurrentUnitOfWork.get().afterCommit(_ -> freshness.committed(projection.group(), List.of(account.accountId())));
        return Decisions.evict();
    }

    @Override
    public <C> void performReset(@Nullable C resetContext) {
        // What could not be applied comes again with everything else.
        deadLetters.queue().clear();
        super.performReset(resetContext);
    }
}

package io.creditledger.service.platform.eventstore;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.service.account.AnsweredRequests;
import io.creditledger.service.platform.tracing.Step;
import io.creditledger.service.platform.tracing.Traces;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's store, with the one check that Axon Server has no index for: no request is answered twice. What PostgreSQL's copy knows
 * is looked up there; what it does not know yet is no more than the account remembers by itself, or the append waits until it is.
 * So it depends on no time, and no key is ever forgotten.
 */
final class RequestCheckingEventStore extends AxonServerEventStore {

    private final CopyTables copied;
    private final Serializer serializer;
    private final Supplier<FactsCopy> copy;
    private final Traces traces;

    private RequestCheckingEventStore(
            Builder builder, CopyTables copied, Serializer serializer, Supplier<FactsCopy> copy, Traces traces) {
        super(builder);
        this.copied = copied;
        this.serializer = serializer;
        this.copy = copy;
        this.traces = traces;
    }

    /**
     * A store on the connection that a builder describes.
     *
     * @param copy asked for when needed, since it follows this store
     */
    static RequestCheckingEventStore of(
            Builder builder, CopyTables copied, Serializer serializer, Supplier<FactsCopy> copy, Traces traces) {
        // Only so does the builder make its storage engine, which it keeps.
        builder.build();
        return new RequestCheckingEventStore(builder, copied, serializer, copy, traces);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new SharedStream(super.openStream(token));
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        Step step = traces.begin("append");
        try {
            step.tag("events", Integer.toString(events.size()));
            append(events);
        } catch (RuntimeException failure) {
            step.failed(failure);
            throw failure;
        } finally {
            step.end();
        }
    }

    private void append(List<? extends EventMessage<?>> events) {
        List<EventRow> keyed = events.stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(event -> EventRow.of(event, serializer))
                .filter(row -> row.requestId() != null)
                .toList();
        if (!keyed.isEmpty()) {
            requireUnanswered(keyed);
        }
        super.prepareCommit(events);
    }

    private void requireUnanswered(List<EventRow> keyed) {
        Set<String> requests = new HashSet<>();
        for (EventRow row : keyed) {
            if (!requests.add(row.aggregateIdentifier() + ' ' + row.requestId())) {
                throw answered(row);
            }
        }
        requireCopied(keyed.getFirst());
        String answered = copied.firstAnswered(keyed);
        if (answered != null) {
            throw answered(keyed.stream()
                    .filter(row -> answered.equals(row.requestId()))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** What lies between the copy and the first new fact has at most as many requests as the account remembers. */
    private void requireCopied(EventRow first) {
        long revision = first.sequenceNumber() - 1;
        copy.get().await(first.aggregateIdentifier(), revision - AnsweredRequests.REMEMBERED);
        if (copied.revision(first.aggregateIdentifier()) > revision) {
            throw new ConcurrencyException("Another event has the sequence number " + first.sequenceNumber());
        }
    }

    private static RequestAlreadyAnsweredException answered(EventRow row) {
        return new RequestAlreadyAnsweredException(
                new AccountId(row.aggregateIdentifier()), new RequestId(Objects.requireNonNull(row.requestId())));
    }
}

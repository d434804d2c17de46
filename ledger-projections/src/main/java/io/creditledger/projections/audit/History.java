package io.creditledger.projections.audit;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.audit.queries.Difference;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Reads the stored facts of accounts, and sees that there is none missing and none that nobody knows. */
final class History {

    /** Asked for when needed: the store is part of the configuration that the read models are themselves part of. */
    private final Supplier<EventStore> store;

    History(Supplier<EventStore> store) {
        this.store = store;
    }

    /**
     * Reads facts of an account in order.
     *
     * @param from the first revision
     * @param to the last revision that is wanted
     * @return how many were read, and what is wrong with the history, if anything is
     */
    ReadFacts read(String accountId, long from, long to, Consumer<DomainEventMessage<?>> reader) {
        long next = from;
        if (from <= to) {
            Iterator<? extends DomainEventMessage<?>> facts =
                    store.get().readEvents(accountId, from).asStream().iterator();
            while (next <= to && facts.hasNext()) {
                DomainEventMessage<?> fact = facts.next();
                if (fact.getSequenceNumber() != next) {
                    return new ReadFacts(next - from, missing(accountId, next, fact.getSequenceNumber() - 1));
                }
                if (!LedgerEvent.class.isAssignableFrom(fact.getPayloadType())) {
                    return new ReadFacts(next - from, unknown(accountId, fact));
                }
                reader.accept(fact);
                next++;
            }
        }
        return next > to ? new ReadFacts(next - from, null) : new ReadFacts(next - from, missing(accountId, next, to));
    }

    /** How many facts there are in all; an estimate where the store knows no better. */
    long length() {
        TrackingToken end = end();
        return end == null ? 0 : end.position().orElse(0);
    }

    /** The place behind the last fact; null while there is none. */
    @Nullable
    TrackingToken end() {
        return store.get().createHeadToken();
    }

    /** The facts behind a place. */
    LatestFacts behind(@Nullable TrackingToken place) {
        return new LatestFacts(store.get().openStream(place), place);
    }

    private static Difference missing(String accountId, long first, long last) {
        String subject = first == last
                ? "the fact of revision " + first + " is missing"
                : "the facts of revisions " + first + " to " + last + " are missing";
        return new Difference(accountId, first, Difference.HISTORY, subject, null, null);
    }

    private static Difference unknown(String accountId, DomainEventMessage<?> fact) {
        return new Difference(
                accountId,
                fact.getSequenceNumber(),
                Difference.HISTORY,
                "the fact of revision " + fact.getSequenceNumber() + " is of a kind that nobody knows",
                null,
                null);
    }
}

package io.creditledger.service.platform.eventstore;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.purchase.events.PurchaseEvent;
import io.creditledger.service.account.AccountSnapshots;
import io.creditledger.service.audit.archive.ArchivedFact;
import io.creditledger.service.audit.archive.Place;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Whether this version knows what a fact of an archive says. One that it can't read would stop every read model. */
final class ArchivedFactCheck {

    private static final String AGGREGATE = AccountSnapshots.aggregateTypeName();

    private final Serializer serializer;
    private final EventUpcaster upcaster;
    /** The facts there can be, by their stored names. Nothing else is ever looked for as a class. */
    private final Map<String, SerializedType> known;

    ArchivedFactCheck(Serializer serializer, EventUpcaster upcaster) {
        this.serializer = serializer;
        this.upcaster = upcaster;
        this.known = Stream.of(
                        AccountEvent.class.getPermittedSubclasses(), PurchaseEvent.class.getPermittedSubclasses())
                .flatMap(Arrays::stream)
                .map(serializer::typeForClass)
                .collect(Collectors.toUnmodifiableMap(SerializedType::getName, type -> type));
    }

    /** The fact as it is to be stored. */
    EventRow row(ArchivedFact fact, Place place) {
        if (!AccountId.isValid(fact.accountId()) || !fact.aggregate().equals(AGGREGATE)) {
            throw place.bad("is of something that is no account");
        }
        SerializedType type = known.get(fact.type());
        if (type == null || !Objects.equals(type.getRevision(), fact.typeRevision())) {
            throw place.bad("is of a kind that this version does not know: " + named(fact));
        }
        DomainEventMessage<?> message = message(fact, place);
        if (!(message.getPayload() instanceof LedgerEvent event)
                || !event.accountId().value().equals(fact.accountId())) {
            throw place.bad("says something of another account");
        }
        return EventRow.of(fact, message);
    }

    private DomainEventMessage<?> message(ArchivedFact fact, Place place) {
        StoredEvent stored = new StoredEvent(
                fact.aggregate(),
                fact.accountId(),
                fact.revision(),
                fact.eventId(),
                fact.occurredAt(),
                new SimpleSerializedObject<>(fact.payload(), String.class, fact.type(), fact.typeRevision()),
                new SerializedMetaData<>(fact.metadata(), String.class));
        try {
            DomainEventMessage<?> message = EventStreamUtils.upcastAndDeserializeDomainEvents(
                            Stream.of(stored), serializer, upcaster)
                    .next();
            // They are read when they are asked for, and here is where to find out whether they can be.
            message.getPayload();
            message.getMetaData();
            return message;
        } catch (RuntimeException unreadable) {
            throw place.bad("has a payload or metadata that this version can't read");
        }
    }

    private static String named(ArchivedFact fact) {
        return Optional.ofNullable(fact.typeRevision())
                .map(revision -> fact.type() + " of revision " + revision)
                .orElse(fact.type());
    }
}

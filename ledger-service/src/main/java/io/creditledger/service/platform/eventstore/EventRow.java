package io.creditledger.service.platform.eventstore;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.service.account.RequestMetadata;
import io.creditledger.service.audit.archive.ArchivedFact;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An event as it will be stored, but for its global index, which the writer gives it. */
record EventRow(
        String aggregateIdentifier,
        long sequenceNumber,
        long timeStamp,
        @Nullable String type,
        String eventIdentifier,
        String payloadType,
        @Nullable String payloadRevision,
        String payload,
        String metaData,
        @Nullable String requestId,
        @Nullable String reversedConsumption) {

    static EventRow of(EventMessage<?> message, Serializer serializer) {
        DomainEventMessage<?> event = asDomainEvent(message);
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = event.serializeMetaData(serializer, String.class);
        return new EventRow(
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                StoredEvent.microsecondsOf(event.getTimestamp()),
                event.getType(),
                event.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metaData.getData(),
                requestOf(event),
                reversedBy(event));
    }

    /** A fact of an archive as it was stored where it is from; what it is found by is made of it anew. */
    static EventRow of(ArchivedFact fact, DomainEventMessage<?> event) {
        return new EventRow(
                fact.accountId(),
                fact.revision(),
                StoredEvent.microsecondsOf(fact.occurredAt()),
                fact.aggregate(),
                fact.eventId(),
                fact.type(),
                fact.typeRevision(),
                fact.payload(),
                fact.metadata(),
                requestOf(event),
                reversedBy(event));
    }

    private static @Nullable String reversedBy(DomainEventMessage<?> event) {
        return event.getPayload() instanceof ConsumptionReversed reversal
                ? reversal.consumptionId().value()
                : null;
    }

    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event
                : new GenericDomainEventMessage<>(null, message.getIdentifier(), 0L, message, message::getTimestamp);
    }

    private static @Nullable String requestOf(DomainEventMessage<?> event) {
        return event.getMetaData().get(RequestMetadata.IDEMPOTENCY_KEY) instanceof String key
                ? RequestId.of(new AccountId(event.getAggregateIdentifier()), new IdempotencyKey(key))
                        .value()
                : null;
    }
}

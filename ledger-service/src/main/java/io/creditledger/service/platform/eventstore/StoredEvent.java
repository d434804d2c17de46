package io.creditledger.service.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A stored event or snapshot, still in JSON. Unlike Axon's own entry it never turns its time into text and back. */
record StoredEvent(
        @Nullable String type,
        @Nullable String aggregateIdentifier,
        long sequenceNumber,
        String eventIdentifier,
        Instant timestamp,
        SerializedObject<String> payload,
        SerializedObject<String> metaData)
        implements DomainEventData<String> {

    static final String COLUMNS = "type, aggregate_identifier, sequence_number, event_identifier, time_stamp,"
            + " payload_type, payload_revision, payload, meta_data";

    private static final Instant LAST = instantOf(Long.MAX_VALUE);
    private static final Instant FIRST = instantOf(Long.MIN_VALUE);

    /** Reads a row of {@link #COLUMNS}. */
    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("type"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("event_identifier"),
                instantOf(row.getLong("time_stamp")),
                new SimpleSerializedObject<>(
                        row.getString("payload"),
                        String.class,
                        row.getString("payload_type"),
                        row.getString("payload_revision")),
                new SerializedMetaData<>(row.getString("meta_data"), String.class));
    }

    /** The same, of an event that no aggregate published: Axon stores those under their own identifier. */
    StoredEvent withoutAggregateIfNone() {
        return eventIdentifier.equals(aggregateIdentifier)
                ? new StoredEvent(type, null, sequenceNumber, eventIdentifier, timestamp, payload, metaData)
                : this;
    }

    static Instant instantOf(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    /** Moments beyond what 64 bits hold, 292,000 years away, become the last or first that they do. */
    static long microsecondsOf(Instant instant) {
        if (instant.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        return instant.isBefore(FIRST) ? Long.MIN_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public @Nullable String getType() {
        return type;
    }

    @Override
    public @Nullable String getAggregateIdentifier() {
        return aggregateIdentifier;
    }

    @Override
    public long getSequenceNumber() {
        return sequenceNumber;
    }

    @Override
    public String getEventIdentifier() {
        return eventIdentifier;
    }

    @Override
    public Instant getTimestamp() {
        return timestamp;
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return metaData;
    }

    @Override
    public SerializedObject<String> getPayload() {
        return payload;
    }
}

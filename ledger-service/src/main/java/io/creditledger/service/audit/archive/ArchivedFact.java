package io.creditledger.service.audit.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored fact. The order of its fields is part of the format: hashes are made of its JSON.
 *
 * @param eventId the identifier of the event
 * @param aggregate what kind of thing published it
 * @param type the name under which it is stored
 * @param typeRevision the revision of its shape; null for the first
 * @param occurredAt exact to the microsecond
 * @param payload JSON as a text, exactly as it is stored
 * @param metadata JSON as a text, exactly as it is stored
 */
@JsonPropertyOrder({
    "eventId",
    "accountId",
    "revision",
    "aggregate",
    "type",
    "typeRevision",
    "occurredAt",
    "payload",
    "metadata"
})
public record ArchivedFact(
        String eventId,
        String accountId,
        long revision,
        String aggregate,
        String type,
        @JsonSetter(nulls = Nulls.SET) @Nullable String typeRevision,
        Instant occurredAt,
        String payload,
        String metadata) {

    public ArchivedFact {
        Json.requireStorable(eventId, accountId, aggregate, type, payload, metadata);
    }
}

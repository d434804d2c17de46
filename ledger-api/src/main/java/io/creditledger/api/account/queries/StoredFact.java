package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * An event as it is stored.
 *
 * @param type its simple name, as in {@code CreditsConsumed}
 * @param payload its JSON, byte for byte
 * @param metadata the JSON of what is known about how it came about: the idempotency key, the fingerprint of the request
 */
public record StoredFact(
        long revision,
        String type,
        Instant occurredAt,
        @JsonRawValue String payload,
        @JsonRawValue String metadata) {}

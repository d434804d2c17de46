package io.creditledger.service.purchase.http;

import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.queries.StoredFact;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads facts as they are stored. A field that this version does not know is left alone: a newer one may have written it. */
final class StoredFacts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredFacts() {}

    /** The fact with its place in the account's history, as the command that made it was answered. */
    static Recorded read(StoredFact stored) {
        return JSON.convertValue(
                Map.of(
                        "fact", JSON.readTree(stored.payload()),
                        "type", stored.type(),
                        "revision", stored.revision(),
                        "occurredAt", stored.occurredAt(),
                        "replayed", false),
                Recorded.class);
    }
}

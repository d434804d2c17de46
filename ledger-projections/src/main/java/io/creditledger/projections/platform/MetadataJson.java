package io.creditledger.projections.platform;

import io.creditledger.api.account.Metadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The caller's notes as they are stored: JSON, and nothing when there are none. */
public final class MetadataJson {

    // A mapper of its own: rows must not change with how the service likes its JSON.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private MetadataJson() {}

    public static @Nullable String write(Metadata metadata) {
        return metadata.isEmpty() ? null : MAPPER.writeValueAsString(metadata);
    }

    public static Metadata read(@Nullable String stored) {
        return stored == null ? Metadata.NONE : MAPPER.readValue(stored, Metadata.class);
    }
}

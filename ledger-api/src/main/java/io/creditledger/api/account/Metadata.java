package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The caller's own notes on an account or a consumption, kept as given and never read by the ledger.
 *
 * @param entries names to texts, numbers or booleans, in the order of their names so that equal notes have equal JSON
 */
public record Metadata(@JsonValue Map<String, Object> entries) {

    public static final Metadata NONE = new Metadata(Map.of());
    public static final int MAX_ENTRIES = 50;
    public static final int MAX_NAME_LENGTH = 64;
    public static final int MAX_TEXT_LENGTH = 500;

    @JsonCreator
    public Metadata {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}

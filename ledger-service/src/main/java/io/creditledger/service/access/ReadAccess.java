package io.creditledger.service.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looked at evidence.
 *
 * @param accessId counts up
 * @param actor who, as in the metadata of facts
 * @param operation what, by the id that the OpenAPI document has for it
 * @param accountId of which account; null if of no one in particular
 * @param parameters what was asked for
 * @param status how it was answered; null while nobody knows whether the whole answer went out
 */
public record ReadAccess(
        long accessId,
        Instant occurredAt,
        String actor,
        String operation,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String accountId,
        Map<String, String> parameters,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer status) {

    public ReadAccess {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Which are wanted; of what is null, all.
     *
     * @param from only from this moment on
     * @param to only before this moment
     * @param before only those with smaller ids
     */
    public record Search(
            @Nullable String actor,
            @Nullable String accountId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before) {}
}

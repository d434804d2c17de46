package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor where the next page begins; null at the end
 * @param revision the account's revision that the list shows; null for lists that span accounts
 * @param asOf when that revision came about; null for lists that span accounts
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant asOf) {

    public Page {
        items = List.copyOf(items);
    }
}

package io.creditledger.api.audit.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as the facts say.
 *
 * @param revision the revision of the account that it is about
 * @param projection the read model, or {@value #HISTORY} when the facts themselves do not fit together
 * @param subject what differs: a table and the key of its row, or what is wrong with the history
 * @param expected what the replay made, as JSON; null when there should be nothing
 * @param actual what there is, as JSON; null when there is nothing
 */
public record Difference(
        String accountId,
        long revision,
        String projection,
        String subject,

        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonRawValue @Nullable
        String expected,

        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonRawValue @Nullable
        String actual) {

    public static final String HISTORY = "history";
}

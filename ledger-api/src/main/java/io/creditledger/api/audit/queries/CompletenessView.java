package io.creditledger.api.audit.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether all that is stored of each account is there and shown, as of the last round of the check that runs all the time.
 *
 * @param verifiedThrough the place in the history up to which all is there and shown; null before the first round that found it so
 * @param verifiedAt when the round began that found it so
 * @param checkedAt when the last round ended; null before the first
 * @param accounts how many accounts that round looked at
 * @param incompleteCount of how many something is missing; an account counts for each read model that lacks something of it
 * @param incomplete the first {@value #MAX_INCOMPLETE} of them, by account
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CompletenessView(
        @Nullable Long verifiedThrough,
        @Nullable Instant verifiedAt,
        @Nullable Instant checkedAt,
        long accounts,
        long incompleteCount,
        List<Incomplete> incomplete) {

    /** How many are named; those beyond are counted. */
    public static final int MAX_INCOMPLETE = 1_000;

    public CompletenessView {
        incomplete = List.copyOf(incomplete);
    }
}

package io.creditledger.service.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an account in a period.
 *
 * @param statementId the same for the same facts of the same period
 * @param displayName what the account was called when the period ended
 * @param from the period begins with this moment
 * @param to the period ends before this moment
 * @param revisionFrom the revision that the opening shows; null if the account was not open yet
 * @param revisionTo the revision that the closing shows
 * @param totals by type, only of types that there were
 * @param movementCount how many movements there are
 * @param movementSum what they add up to
 * @param balanced whether the opening and the movements make the closing: always, unless somebody changed stored facts
 * @param movements oldest first
 */
public record Statement(
        String statementId,
        String accountId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String displayName,
        Instant from,
        Instant to,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long revisionFrom,
        long revisionTo,
        StatementBalance opening,
        StatementBalance closing,
        List<StatementTotal> totals,
        long movementCount,
        long movementSum,
        boolean balanced,
        Iterable<StatementLine> movements) {

    public Statement {
        totals = List.copyOf(totals);
    }
}

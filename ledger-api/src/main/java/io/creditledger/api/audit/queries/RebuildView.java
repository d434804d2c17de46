package io.creditledger.api.audit.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.audit.RebuildState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is, and how it ended.
 *
 * @param projection the only read model that is rebuilt; null for all of them
 * @param accountId the only account whose rows are; null for all of them
 * @param finishedAt when it switched, stopped or failed; null before
 * @param events how many facts were replayed
 * @param expectedEvents how many there were when it was asked for; more may have come since
 * @param eventsPerSecond facts replayed in a second of work
 * @param progressPercent 0 to 100; 100 only when it has switched
 * @param secondsLeft an estimate from the pace so far; null when it has ended or there is no pace yet
 * @param failure why it failed; null unless it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildView(
        String rebuildId,
        RebuildState state,
        @Nullable String projection,
        @Nullable String accountId,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        long events,
        long expectedEvents,
        long eventsPerSecond,
        BigDecimal progressPercent,
        @Nullable Long secondsLeft,
        @Nullable String failure) {}

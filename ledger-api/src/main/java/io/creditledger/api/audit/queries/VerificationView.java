package io.creditledger.api.audit.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.audit.VerificationState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification is, and what it found.
 *
 * @param fromAccountId the first account of its range; null when it begins with the first there is
 * @param toAccountId the last account of its range; null when it ends with the last there is
 * @param maxEventsPerSecond how fast it may go; null for as fast as it goes
 * @param verifiedTo the last account that was compared; null before the first
 * @param accounts how many accounts were compared
 * @param events how many facts were replayed
 * @param eventsPerSecond facts replayed in a second of work; pauses between stop and resumption do not count
 * @param progressPercent 0 to 100, of the facts there were in the range at the start
 * @param secondsLeft an estimate from the pace so far; null when it has ended or there is no pace yet
 * @param differenceCount how many differences there are
 * @param differences the first {@value #MAX_DIFFERENCES} of them, by account
 * @param failure why it could not go on; null unless it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationView(
        String verificationId,
        VerificationState state,
        @Nullable String fromAccountId,
        @Nullable String toAccountId,
        @Nullable Integer maxEventsPerSecond,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String verifiedTo,
        long accounts,
        long events,
        long eventsPerSecond,
        BigDecimal progressPercent,
        @Nullable Long secondsLeft,
        long differenceCount,
        List<Difference> differences,
        @Nullable String failure) {

    /** How many differences are kept; those beyond are counted. */
    public static final int MAX_DIFFERENCES = 1_000;

    public VerificationView {
        differences = List.copyOf(differences);
    }
}

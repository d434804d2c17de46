package io.creditledger.projections.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.VerificationState;
import io.creditledger.api.audit.queries.Difference;
import io.creditledger.api.audit.queries.VerificationView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verification as it is stored.
 *
 * @param number its place among all
 * @param factsInRange how many facts there were in its range when it began; null until they are counted
 * @param busyMillis how long it has worked
 */
record Verification(
        long number,
        String id,
        VerificationState state,
        AccountRange accounts,
        @Nullable Integer maxFactsPerSecond,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String verifiedTo,
        long comparedAccounts,
        long facts,
        @Nullable Long factsInRange,
        long busyMillis,
        long differenceCount,
        @Nullable String failure) {

    private static final int MILLIS_A_SECOND = 1_000;
    private static final BigDecimal ALL = new BigDecimal("100.0");

    VerificationView view(List<Difference> differences) {
        return new VerificationView(
                id,
                state,
                text(accounts.first()),
                text(accounts.last()),
                maxFactsPerSecond,
                requestedBy,
                requestedAt,
                finishedAt,
                verifiedTo,
                comparedAccounts,
                facts,
                factsPerSecond(),
                progressPercent(),
                secondsLeft(),
                differenceCount,
                differences,
                failure);
    }

    private static @Nullable String text(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private long factsPerSecond() {
        return busyMillis == 0 ? 0 : facts * MILLIS_A_SECOND / busyMillis;
    }

    /** Facts that came while it was at work are replayed as well: it is not done before it is. */
    private BigDecimal progressPercent() {
        if (state == VerificationState.COMPLETED) {
            return ALL;
        }
        if (factsInRange == null || factsInRange == 0) {
            return BigDecimal.ZERO.setScale(1);
        }
        return BigDecimal.valueOf(facts)
                .multiply(ALL)
                .divide(BigDecimal.valueOf(factsInRange), 1, RoundingMode.DOWN)
                .min(new BigDecimal("99.9"));
    }

    private @Nullable Long secondsLeft() {
        if (state == VerificationState.COMPLETED || factsInRange == null || factsPerSecond() == 0) {
            return null;
        }
        return Math.max(0, factsInRange - facts) / factsPerSecond();
    }
}

package io.creditledger.projections.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.RebuildState;
import io.creditledger.api.audit.queries.RebuildView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as it is stored.
 *
 * @param number its place among all
 * @param begunAt when a process took it up; null before
 * @param expectedFacts how many there were when it was asked for
 * @param busyMillis how long it has worked
 */
record Rebuild(
        long number,
        String id,
        RebuildState state,
        @Nullable String projection,
        @Nullable AccountId account,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant begunAt,
        @Nullable Instant finishedAt,
        long facts,
        long expectedFacts,
        long busyMillis,
        @Nullable String failure) {

    private static final int MILLIS_A_SECOND = 1_000;
    private static final BigDecimal ALL = new BigDecimal("100.0");
    private static final BigDecimal ALMOST = new BigDecimal("99.9");

    RebuildView view() {
        return new RebuildView(
                id,
                state,
                projection,
                account == null ? null : account.value(),
                requestedBy,
                requestedAt,
                finishedAt,
                facts,
                expectedFacts,
                factsPerSecond(),
                progressPercent(),
                secondsLeft(),
                failure);
    }

    private long factsPerSecond() {
        return busyMillis == 0 ? 0 : facts * MILLIS_A_SECOND / busyMillis;
    }

    /** Facts that come while it is at work are replayed as well: it is not done before it has switched. */
    private BigDecimal progressPercent() {
        if (state == RebuildState.SWITCHED) {
            return ALL;
        }
        if (expectedFacts == 0) {
            return BigDecimal.ZERO.setScale(1);
        }
        return BigDecimal.valueOf(facts)
                .multiply(ALL)
                .divide(BigDecimal.valueOf(expectedFacts), 1, RoundingMode.DOWN)
                .min(ALMOST);
    }

    private @Nullable Long secondsLeft() {
        if (state != RebuildState.RUNNING || factsPerSecond() == 0) {
            return null;
        }
        return Math.max(0, expectedFacts - facts) / factsPerSecond();
    }
}

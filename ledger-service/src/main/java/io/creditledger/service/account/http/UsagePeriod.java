package io.creditledger.service.account.http;

import io.creditledger.api.account.queries.FindUsage;
import io.creditledger.api.account.queries.Granularity;
import io.creditledger.service.platform.http.QueryParameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;

/** The period of a usage series: what is asked for, and without that the buckets that lead up to now. */
record UsagePeriod(Instant from, Instant to, Granularity granularity) {

    private static final int DEFAULT_BUCKETS = 30;

    static UsagePeriod of(QueryParameters parameters) {
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        Granularity granularity = Objects.requireNonNullElse(
                parameters.word("granularity", EnumSet.allOf(Granularity.class)), Granularity.DAY);
        Instant end = to == null ? startOfNextBucket(granularity) : to;
        Instant start = from == null ? plus(end, -DEFAULT_BUCKETS, granularity) : from;
        if (!start.isBefore(end)) {
            parameters.note("to", "must be after from");
        } else if (plus(start, FindUsage.MAX_BUCKETS - 1, granularity).isBefore(end)) {
            parameters.note("from", "must be at most " + (FindUsage.MAX_BUCKETS - 1) + " buckets before to");
        }
        return new UsagePeriod(start, end, granularity);
    }

    private static Instant startOfNextBucket(Granularity granularity) {
        Instant now = Instant.now();
        return switch (granularity) {
            case HOUR -> plus(now.truncatedTo(ChronoUnit.HOURS), 1, granularity);
            case DAY -> plus(now.truncatedTo(ChronoUnit.DAYS), 1, granularity);
            case MONTH ->
                plus(
                        now.truncatedTo(ChronoUnit.DAYS)
                                .atOffset(ZoneOffset.UTC)
                                .withDayOfMonth(1)
                                .toInstant(),
                        1,
                        granularity);
        };
    }

    private static Instant plus(Instant start, int buckets, Granularity granularity) {
        return switch (granularity) {
            case HOUR -> start.plus(buckets, ChronoUnit.HOURS);
            case DAY -> start.plus(buckets, ChronoUnit.DAYS);
            case MONTH -> start.atOffset(ZoneOffset.UTC).plusMonths(buckets).toInstant();
        };
    }
}

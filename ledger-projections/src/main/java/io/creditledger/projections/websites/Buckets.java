package io.creditledger.projections.websites;

import io.creditledger.api.account.queries.Granularity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Hours, days and months of UTC. */
final class Buckets {

    private Buckets() {}

    /** The starts of the buckets of a period, at most so many. */
    static List<Instant> starts(Granularity granularity, Instant from, Instant to, int atMost) {
        return Stream.iterate(start(granularity, from), start -> start.isBefore(to), start -> next(granularity, start))
                .limit(atMost)
                .toList();
    }

    /** The start of the bucket that a moment is in. */
    static Instant start(Granularity granularity, Instant moment) {
        OffsetDateTime utc = moment.atOffset(ZoneOffset.UTC);
        return switch (granularity) {
            case HOUR -> utc.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> utc.truncatedTo(ChronoUnit.DAYS).toInstant();
            case MONTH -> utc.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
        };
    }

    /** The start of the bucket after one. */
    static Instant next(Granularity granularity, Instant start) {
        OffsetDateTime utc = start.atOffset(ZoneOffset.UTC);
        return switch (granularity) {
            case HOUR -> utc.plusHours(1).toInstant();
            case DAY -> utc.plusDays(1).toInstant();
            case MONTH -> utc.plusMonths(1).toInstant();
        };
    }
}

package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The use of an account over time; answered by a {@link UsageSeries} with every bucket of the period, the empty ones too.
 *
 * @param from the start of the period, rounded down to a bucket in UTC
 * @param to its end, exclusive
 * @param byWebsite whether each bucket is broken down by website
 */
public record FindUsage(
        AccountId accountId,
        Instant from,
        Instant to,
        Granularity granularity,
        boolean byWebsite,
        @Nullable Long minRevision)
        implements AccountQuery {

    public static final int MAX_BUCKETS = 1_000;
}

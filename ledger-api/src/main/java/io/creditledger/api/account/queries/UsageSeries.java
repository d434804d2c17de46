package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Use over time.
 *
 * @param buckets one for each hour, day or month of the period, in order
 */
public record UsageSeries(
        String accountId,
        Instant from,
        Instant to,
        Granularity granularity,
        List<Bucket> buckets,
        long revision,
        Instant asOf) {

    /**
     * The use of one hour, day or month.
     *
     * @param start when the bucket begins
     * @param used consumed less reversed in it; below zero when more was reversed than consumed
     * @param websites the same by website, most used first; null unless asked for. Use without a website has none
     */
    public record Bucket(
            Instant start,
            long used,
            long consumed,
            long reversed,
            long consumptions,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<WebsiteUse> websites) {}

    /**
     * The use of one website.
     *
     * @param websiteId the website; null for use that named none
     */
    public record WebsiteUse(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String websiteId,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String name,

            long used,
            long consumed,
            long reversed,
            long consumptions) {}
}

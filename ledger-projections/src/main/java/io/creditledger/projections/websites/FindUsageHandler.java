package io.creditledger.projections.websites;

import io.creditledger.api.account.queries.FindUsage;
import io.creditledger.api.account.queries.UsageSeries;
import io.creditledger.projections.platform.Freshness;
import io.creditledger.projections.platform.Reached;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what was used over time. */
@Component
class FindUsageHandler {

    private final WebsitesProjection projection;
    private final WebsitesTable table;
    private final Freshness freshness;

    FindUsageHandler(WebsitesProjection projection, WebsitesTable table, Freshness freshness) {
        this.projection = projection;
        this.table = table;
        this.freshness = freshness;
    }

    @QueryHandler
    Optional<UsageSeries> find(FindUsage question) {
        return freshness
                .await(
                        projection,
                        question.accountId(),
                        question.minRevision(),
                        () -> projection.progress().of(question.accountId()),
                        Reached::revision)
                .map(reached -> find(question, reached));
    }

    private UsageSeries find(FindUsage question, Reached reached) {
        List<Instant> starts =
                Buckets.starts(question.granularity(), question.from(), question.to(), FindUsage.MAX_BUCKETS);
        Instant from = Buckets.start(question.granularity(), question.from());
        Instant to = starts.isEmpty() ? from : Buckets.next(question.granularity(), starts.getLast());
        Map<Instant, List<WebsitesTable.BucketRow>> used =
                table.buckets(question.accountId(), question.granularity(), from, to).stream()
                        .collect(Collectors.groupingBy(WebsitesTable.BucketRow::start));
        List<UsageSeries.Bucket> buckets = starts.stream()
                .map(start -> bucket(start, used.getOrDefault(start, List.of()), question.byWebsite()))
                .toList();
        return new UsageSeries(
                question.accountId().value(),
                from,
                to,
                question.granularity(),
                buckets,
                reached.revision(),
                reached.asOf());
    }

    private static UsageSeries.Bucket bucket(Instant start, List<WebsitesTable.BucketRow> rows, boolean byWebsite) {
        long consumed =
                rows.stream().mapToLong(WebsitesTable.BucketRow::consumed).sum();
        long reversed =
                rows.stream().mapToLong(WebsitesTable.BucketRow::reversed).sum();
        long consumptions =
                rows.stream().mapToLong(WebsitesTable.BucketRow::consumptions).sum();
        @Nullable
        List<UsageSeries.WebsiteUse> websites =
                byWebsite ? rows.stream().map(FindUsageHandler::use).toList() : null;
        return new UsageSeries.Bucket(start, consumed - reversed, consumed, reversed, consumptions, websites);
    }

    private static UsageSeries.WebsiteUse use(WebsitesTable.BucketRow row) {
        return new UsageSeries.WebsiteUse(
                row.websiteId(),
                row.name(),
                row.consumed() - row.reversed(),
                row.consumed(),
                row.reversed(),
                row.consumptions());
    }
}

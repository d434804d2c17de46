package io.creditledger.projections.websites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.FindUsage;
import io.creditledger.api.account.queries.FindWebsites;
import io.creditledger.api.account.queries.Granularity;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.UsageSeries;
import io.creditledger.api.account.queries.WebsiteLine;
import io.creditledger.projections.History;
import io.creditledger.projections.PostgresForTests;
import io.creditledger.projections.ReadModels;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebsitesProjectionIT {

    private static final History HISTORY = new History();
    private static final AccountId ALICE = new AccountId("alice");
    private static ReadModels readModels;

    @BeforeAll
    static void tellTheHistory() {
        var alice = HISTORY.account("alice").opened().granted("lot", 1_000);
        HISTORY.at(Instant.parse("2026-03-01T23:59:00Z"));
        alice.consumed("con-1", 100, new Website("acme", "Acme", "https://acme.example"));
        HISTORY.at(Instant.parse("2026-03-02T00:10:00Z"));
        alice.consumed("con-2", 30, new Website("beta", null, null));
        alice.consumed("con-3", 20);
        HISTORY.at(Instant.parse("2026-03-02T05:00:00Z"));
        alice.reversed("rev-1", "con-1", 40);
        HISTORY.at(Instant.parse("2026-04-10T12:00:00Z"));
        alice.consumed("con-4", 10, new Website("acme", "Acme Corporation", null));
        HISTORY.publish();
        readModels = ReadModels.start(HISTORY, PostgresForTests.newDatabase());
    }

    @AfterAll
    static void stop() {
        readModels.close();
    }

    @Test
    void listsWebsitesMostUsedFirst() {
        Page<WebsiteLine> page = readModels.page(new FindWebsites(ALICE, 50, null, HISTORY.revision("alice")));

        assertThat(page.items())
                .containsExactly(
                        new WebsiteLine(
                                "acme",
                                "Acme Corporation",
                                "https://acme.example",
                                70,
                                new BigDecimal("70.00"),
                                2,
                                Instant.parse("2026-04-10T12:00:00Z")),
                        new WebsiteLine(
                                "beta",
                                null,
                                null,
                                30,
                                new BigDecimal("30.00"),
                                1,
                                Instant.parse("2026-03-02T00:10:00Z")));
    }

    @Test
    void pagesCoverEveryWebsiteOnce() {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<WebsiteLine> page = readModels.page(new FindWebsites(ALICE, 1, cursor, HISTORY.revision("alice")));
            page.items().forEach(line -> ids.add(line.websiteId()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(ids).containsExactly("acme", "beta");
    }

    @Test
    void tellsTheUseOfEveryDayTheEmptyOnesToo() {
        UsageSeries series = usage(Granularity.DAY, "2026-02-28T13:00:00Z", "2026-03-04T00:00:00Z", false);

        assertThat(series.from()).isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
        assertThat(series.buckets())
                .extracting(
                        bucket -> bucket.start().toString().substring(0, 10),
                        UsageSeries.Bucket::used,
                        UsageSeries.Bucket::consumed,
                        UsageSeries.Bucket::reversed,
                        UsageSeries.Bucket::consumptions)
                .containsExactly(
                        tuple("2026-02-28", 0L, 0L, 0L, 0L),
                        tuple("2026-03-01", 100L, 100L, 0L, 1L),
                        tuple("2026-03-02", 10L, 50L, 40L, 2L),
                        tuple("2026-03-03", 0L, 0L, 0L, 0L));
    }

    @Test
    void breaksABucketDownByWebsite() {
        UsageSeries series = usage(Granularity.MONTH, "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z", true);

        assertThat(series.buckets()).hasSize(2);
        assertThat(Objects.requireNonNull(series.buckets().getFirst().websites()))
                .extracting(
                        UsageSeries.WebsiteUse::websiteId,
                        UsageSeries.WebsiteUse::name,
                        UsageSeries.WebsiteUse::used,
                        UsageSeries.WebsiteUse::consumptions)
                .containsExactly(
                        tuple("acme", "Acme Corporation", 60L, 1L),
                        tuple("beta", null, 30L, 1L),
                        tuple(null, null, 20L, 1L));
    }

    @Test
    void tellsHours() {
        UsageSeries series = usage(Granularity.HOUR, "2026-03-01T23:00:00Z", "2026-03-02T06:00:00Z", false);

        assertThat(series.buckets())
                .extracting(UsageSeries.Bucket::used)
                .containsExactly(100L, 50L, 0L, 0L, 0L, 0L, -40L);
    }

    @Test
    void neverAnswersMoreBucketsThanItMay() {
        UsageSeries series = usage(Granularity.HOUR, "2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z", false);

        assertThat(series.buckets()).hasSize(FindUsage.MAX_BUCKETS);
    }

    private static UsageSeries usage(Granularity granularity, String from, String to, boolean byWebsite) {
        return readModels
                .find(
                        new FindUsage(
                                ALICE,
                                Instant.parse(from),
                                Instant.parse(to),
                                granularity,
                                byWebsite,
                                HISTORY.revision("alice")),
                        UsageSeries.class)
                .orElseThrow();
    }
}

package io.creditledger.projections.websites;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.Granularity;
import io.creditledger.api.account.queries.WebsiteLine;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables {@code projections.websites_site} and {@code projections.websites_hour}: sums that batches add to. */
@Component
class WebsitesTable {

    private static final String ADD_SITES = """
            insert into websites_site as site
                (account_id, website_id, consumed, reversed, consumptions, name, url, last_used_at)
            select account_id, website_id, consumed, reversed, consumptions, name, url,
                   timestamptz 'epoch' + used_micros * interval '1 microsecond'
            from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
                as added(account_id, website_id, consumed, reversed, consumptions, name, url, used_micros)
            on conflict (account_id, website_id) do update
            set consumed = site.consumed + excluded.consumed,
                reversed = site.reversed + excluded.reversed,
                consumptions = site.consumptions + excluded.consumptions,
                name = coalesce(excluded.name, site.name),
                url = coalesce(excluded.url, site.url),
                last_used_at = coalesce(excluded.last_used_at, site.last_used_at)
            """;

    private static final String ADD_HOURS = """
            insert into websites_hour as usage
                (account_id, hour, website_id, consumed, reversed, consumptions)
            select account_id, timestamptz 'epoch' + hour_micros * interval '1 microsecond', website_id,
                   consumed, reversed, consumptions
            from unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                as added(account_id, hour_micros, website_id, consumed, reversed, consumptions)
            on conflict (account_id, hour, website_id) do update
            set consumed = usage.consumed + excluded.consumed,
                reversed = usage.reversed + excluded.reversed,
                consumptions = usage.consumptions + excluded.consumptions
            """;

    /* Shares are of all websites, so all are read before the page is cut: an account has few, and they change all the time. */
    private static final String PAGE = """
            select website_id, name, url, used, share, consumptions, last_used_at
            from (
                select website_id, name, url, consumed - reversed as used, consumptions, last_used_at,
                       coalesce(round((consumed - reversed) * 100.0 / nullif(sum(consumed - reversed) over (), 0), 2), 0.00)
                           as share
                from websites_site
                where account_id = ?
            ) as site
            where used < ? or (used = ? and website_id > ?)
            order by used desc, website_id
            limit ?
            """;

    private static final String BUCKETS = """
            select date_trunc(?, hour, 'UTC') as bucket, usage.website_id, min(site.name) as name,
                   sum(usage.consumed)::bigint as consumed, sum(usage.reversed)::bigint as reversed,
                   sum(usage.consumptions)::bigint as consumptions
            from websites_hour as usage
            left join websites_site as site
                on site.account_id = usage.account_id and site.website_id = usage.website_id
            where usage.account_id = ? and hour >= ? and hour < ?
            group by bucket, usage.website_id
            order by bucket, sum(usage.consumed - usage.reversed) desc, usage.website_id
            """;

    private final JdbcTemplate jdbc;

    WebsitesTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
    }

    void addSites(List<Usage.Site> sites) {
        if (sites.isEmpty()) {
            return;
        }
        Columns.write(
                jdbc,
                ADD_SITES,
                Columns.texts(sites, site -> site.key().accountId()),
                Columns.texts(sites, site -> site.key().websiteId()),
                Columns.longs(sites, site -> site.tally().consumed()),
                Columns.longs(sites, site -> site.tally().reversed()),
                Columns.longs(sites, site -> site.tally().consumptions()),
                Columns.texts(sites, Usage.Site::name),
                Columns.texts(sites, Usage.Site::url),
                Columns.optionalLongs(sites, site -> Columns.optionalMicros(site.lastUsedAt())));
    }

    void addHours(List<Usage.Hour> hours) {
        if (hours.isEmpty()) {
            return;
        }
        Columns.write(
                jdbc,
                ADD_HOURS,
                Columns.texts(hours, hour -> hour.key().accountId()),
                Columns.longs(hours, hour -> Columns.micros(hour.key().hour())),
                Columns.texts(hours, hour -> hour.key().websiteId()),
                Columns.longs(hours, hour -> hour.tally().consumed()),
                Columns.longs(hours, hour -> hour.tally().reversed()),
                Columns.longs(hours, hour -> hour.tally().consumptions()));
    }

    /** Websites by use, from behind one of a use on. */
    List<WebsiteLine> page(AccountId account, long used, String behind, int limit) {
        return jdbc.query(PAGE, (row, _) -> line(row), account.value(), used, used, behind, limit);
    }

    /** The use of a period by bucket and website, without the buckets that have none. */
    List<BucketRow> buckets(AccountId account, Granularity granularity, Instant from, Instant to) {
        return jdbc.query(
                BUCKETS,
                (row, _) -> bucket(row),
                granularity.name().toLowerCase(Locale.ROOT),
                account.value(),
                Columns.parameter(from),
                Columns.parameter(to));
    }

    /** The use of one website, or of none, in a bucket. */
    record BucketRow(
            Instant start,
            @Nullable String websiteId,
            @Nullable String name,
            long consumed,
            long reversed,
            long consumptions) {}

    void clear() {
        jdbc.execute("truncate table websites_site, websites_hour, websites_progress");
    }

    private static WebsiteLine line(ResultSet row) throws SQLException {
        BigDecimal share = row.getBigDecimal("share");
        return new WebsiteLine(
                row.getString("website_id"),
                row.getString("name"),
                row.getString("url"),
                row.getLong("used"),
                share.setScale(2),
                row.getLong("consumptions"),
                Columns.moment(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static BucketRow bucket(ResultSet row) throws SQLException {
        String website = row.getString("website_id");
        return new BucketRow(
                Columns.moment(row.getObject("bucket", OffsetDateTime.class)),
                website.equals(Usage.NO_WEBSITE) ? null : website,
                row.getString("name"),
                row.getLong("consumed"),
                row.getLong("reversed"),
                row.getLong("consumptions"));
    }
}

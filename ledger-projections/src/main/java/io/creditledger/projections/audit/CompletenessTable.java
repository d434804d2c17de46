package io.creditledger.projections.audit;

import io.creditledger.api.audit.queries.CompletenessView;
import io.creditledger.api.audit.queries.Incomplete;
import io.creditledger.projections.platform.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the check of completeness knows, and whose turn it is. */
final class CompletenessTable {

    /** Whoever does a round is heard of more often, unless it is gone. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String BEGIN = """
            update audit.completeness set under_way = true, round_seen_at = ?
             where round_seen_at <= ? or (not under_way and round_seen_at <= ?)
            """;

    private static final String KEEP = """
            with gone as (delete from audit.incomplete),
                 found as (
                    insert into audit.incomplete (account_id, projection, stored_revision, stored_facts, shown_revision)
                    select * from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[]))
            update audit.completeness
               set under_way = false, round_seen_at = ?, checked_at = ?, accounts = ?, incomplete = ?,
                   verified_through = case when ? then ? else verified_through end,
                   verified_at = case when ? then ? else verified_at end
            """;

    private final JdbcTemplate jdbc;

    CompletenessTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a round is the caller's: the last one ended so long ago, or whoever was at it is gone. */
    boolean begin(Instant now, Duration since) {
        return jdbc.update(
                        BEGIN,
                        Columns.parameter(now),
                        Columns.parameter(now.minus(SILENCE)),
                        Columns.parameter(now.minus(since)))
                == 1;
    }

    /** The round goes on. */
    void seen(Instant now) {
        jdbc.update("update audit.completeness set round_seen_at = ?", Columns.parameter(now));
    }

    /** The round ends without a result. */
    void abandon() {
        jdbc.update("update audit.completeness set under_way = false");
    }

    void keep(CompletenessRound round, Instant now) {
        List<Incomplete> incomplete = round.incomplete();
        Columns.write(
                jdbc,
                KEEP,
                Columns.texts(incomplete, Incomplete::accountId),
                Columns.texts(incomplete, Incomplete::projection),
                Columns.longs(incomplete, Incomplete::storedRevision),
                Columns.longs(incomplete, Incomplete::storedFacts),
                Columns.optionalLongs(incomplete, Incomplete::shownRevision),
                Columns.parameter(now),
                Columns.parameter(now),
                round.accounts(),
                round.incompleteCount(),
                round.isClean(),
                round.through(),
                round.isClean(),
                Columns.parameter(round.begunAt()));
    }

    CompletenessView find() {
        return find(jdbc.query(
                "select * from audit.incomplete order by account_id, projection",
                (row, _) -> new Incomplete(
                        row.getString("account_id"),
                        row.getString("projection"),
                        row.getLong("stored_revision"),
                        row.getLong("stored_facts"),
                        row.getObject("shown_revision", Long.class))));
    }

    /** The same without naming accounts. */
    CompletenessView summary() {
        return find(List.of());
    }

    private CompletenessView find(List<Incomplete> incomplete) {
        return jdbc.query(
                        "select * from audit.completeness",
                        (row, _) -> new CompletenessView(
                                row.getObject("verified_through", Long.class),
                                moment(row.getObject("verified_at", OffsetDateTime.class)),
                                moment(row.getObject("checked_at", OffsetDateTime.class)),
                                row.getLong("accounts"),
                                row.getLong("incomplete"),
                                incomplete))
                .getFirst();
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}

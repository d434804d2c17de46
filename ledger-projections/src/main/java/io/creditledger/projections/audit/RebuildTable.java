package io.creditledger.projections.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.RebuildId;
import io.creditledger.api.audit.RebuildState;
import io.creditledger.api.audit.commands.StartRebuild;
import io.creditledger.projections.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code audit.rebuild}. */
final class RebuildTable {

    private static final String SELECT = """
            select number, rebuild_id, state, projection, account_id, requested_by, requested_at, begun_at, finished_at,
                   facts, expected_facts, busy_millis, failure
              from audit.rebuild
            """;

    private final JdbcClient jdbc;

    RebuildTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that a rebuild was asked for.
     *
     * @return whether it begins; otherwise another is under way, and there is one at a time
     */
    boolean insert(StartRebuild command, long expectedFacts, Instant now) {
        AccountId account = command.accountId();
        try {
            jdbc.sql("""
                    insert into audit.rebuild
                        (rebuild_id, projection, account_id, expected_facts, requested_by, requested_at)
                    values (:id, :projection, :account, :expected, :by, :now)
                    """)
                    .param("id", command.rebuildId().value())
                    .param("projection", command.projection())
                    .param("account", account == null ? null : account.value())
                    .param("expected", expectedFacts)
                    .param("by", command.requestedBy())
                    .param("now", Columns.parameter(now))
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    /** Notes that a process takes up one that is running and that none has taken up before; nothing if it is not such a one. */
    boolean begin(long number, Instant now) {
        return jdbc.sql("""
                update audit.rebuild set begun_at = :now
                 where number = :number and state = 'RUNNING' and begun_at is null
                """)
                        .param("now", Columns.parameter(now))
                        .param("number", number)
                        .update()
                == 1;
    }

    /**
     * Notes how far a rebuild has come.
     *
     * @return whether it goes on; otherwise somebody stopped it
     */
    boolean advance(long number, long facts, long busyMillis) {
        return jdbc.sql("""
                update audit.rebuild set facts = :facts, busy_millis = :busy where number = :number and state = 'RUNNING'
                """)
                        .param("facts", facts)
                        .param("busy", busyMillis)
                        .param("number", number)
                        .update()
                == 1;
    }

    /** Ends one that is running for the sake of a failure; nothing if it is not. */
    boolean fail(long number, String failure, Instant now) {
        return jdbc.sql("""
                update audit.rebuild set state = 'FAILED', failure = :failure, finished_at = :now
                 where number = :number and state = 'RUNNING'
                """)
                        .param("failure", failure)
                        .param("now", Columns.parameter(now))
                        .param("number", number)
                        .update()
                == 1;
    }

    /** Stops one that is running. */
    boolean stop(RebuildId id, Instant now) {
        return jdbc.sql("""
                update audit.rebuild set state = 'STOPPED', finished_at = :now
                 where rebuild_id = :id and state = 'RUNNING'
                """)
                        .param("now", Columns.parameter(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /**
     * Ends one that is running, in the transaction that shows everybody what it made.
     *
     * @return whether it was still running
     */
    static boolean switched(JdbcTemplate transaction, long number, long facts, long busyMillis, Instant now) {
        return transaction.update("""
                        update audit.rebuild
                           set state = 'SWITCHED', facts = ?, busy_millis = ?, finished_at = ?
                         where number = ? and state = 'RUNNING'
                        """, facts, busyMillis, Columns.parameter(now), number) == 1;
    }

    List<Rebuild> running() {
        return jdbc.sql(SELECT + "where state = 'RUNNING' order by number")
                .query((row, _) -> rebuild(row))
                .list();
    }

    Optional<Rebuild> find(RebuildId id) {
        return jdbc.sql(SELECT + "where rebuild_id = :id")
                .param("id", id.value())
                .query((row, _) -> rebuild(row))
                .optional();
    }

    List<Rebuild> newestBefore(long number, int limit) {
        return jdbc.sql(SELECT + "where number < :before order by number desc limit :limit")
                .param("before", number)
                .param("limit", limit)
                .query((row, _) -> rebuild(row))
                .list();
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        return new Rebuild(
                row.getLong("number"),
                row.getString("rebuild_id"),
                RebuildState.valueOf(row.getString("state")),
                row.getString("projection"),
                account == null ? null : new AccountId(account),
                row.getString("requested_by"),
                Columns.moment(row.getObject("requested_at", OffsetDateTime.class)),
                moment(row, "begun_at"),
                moment(row, "finished_at"),
                row.getLong("facts"),
                row.getLong("expected_facts"),
                row.getLong("busy_millis"),
                row.getString("failure"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : Columns.moment(stored);
    }
}

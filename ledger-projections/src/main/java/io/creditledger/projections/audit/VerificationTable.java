package io.creditledger.projections.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.VerificationId;
import io.creditledger.api.audit.VerificationState;
import io.creditledger.api.audit.commands.StartVerification;
import io.creditledger.api.audit.queries.Difference;
import io.creditledger.api.audit.queries.VerificationView;
import io.creditledger.projections.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code audit.verification} and {@code audit.difference}. */
final class VerificationTable {

    private static final String SELECT = """
            select number, verification_id, state, first_account, last_account, max_facts_per_second, requested_by,
                   requested_at, finished_at, verified_to, accounts, facts, facts_in_range, busy_millis, differences, failure
              from audit.verification
            """;

    private final JdbcClient jdbc;

    VerificationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StartVerification command, Instant now) {
        jdbc.sql("""
                insert into audit.verification
                    (verification_id, first_account, last_account, max_facts_per_second, requested_by, requested_at)
                values (:id, :first, :last, :pace, :by, :now)
                """)
                .param("id", command.verificationId().value())
                .param("first", text(command.accounts().first()))
                .param("last", text(command.accounts().last()))
                .param("pace", command.maxFactsPerSecond())
                .param("by", command.requestedBy())
                .param("now", Columns.parameter(now))
                .update();
    }

    private static @Nullable String text(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    /** Ends the work on one that is running; nothing if it is not. */
    boolean end(long number, VerificationState state, @Nullable String failure, Instant now) {
        return jdbc.sql("""
                update audit.verification set state = :state, failure = :failure, finished_at = :now
                 where number = :number and state = 'RUNNING'
                """)
                        .param("state", state.name())
                        .param("failure", failure)
                        .param("now", Columns.parameter(now))
                        .param("number", number)
                        .update()
                == 1;
    }

    /** Stops one that is running. */
    boolean stop(VerificationId id) {
        return jdbc.sql(
                                "update audit.verification set state = 'STOPPED' where verification_id = :id and state = 'RUNNING'")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Lets one go on that was stopped or failed. */
    boolean resume(VerificationId id) {
        return jdbc.sql("""
                update audit.verification set state = 'RUNNING', failure = null, finished_at = null
                 where verification_id = :id and state in ('STOPPED', 'FAILED')
                """).param("id", id.value()).update() == 1;
    }

    List<Verification> running() {
        return jdbc.sql(SELECT + "where state = 'RUNNING' order by number")
                .query((row, _) -> verification(row))
                .list();
    }

    Optional<Verification> find(VerificationId id) {
        return jdbc.sql(SELECT + "where verification_id = :id")
                .param("id", id.value())
                .query((row, _) -> verification(row))
                .optional();
    }

    List<Verification> newestBefore(long number, int limit) {
        return jdbc.sql(SELECT + "where number < :before order by number desc limit :limit")
                .param("before", number)
                .param("limit", limit)
                .query((row, _) -> verification(row))
                .list();
    }

    void count(long number, long factsInRange) {
        jdbc.sql("update audit.verification set facts_in_range = :facts where number = :number")
                .param("facts", factsInRange)
                .param("number", number)
                .update();
    }

    /**
     * Notes how far a verification has come.
     *
     * @return whether it goes on; otherwise somebody stopped it, and it is where it was noted to be before
     */
    boolean advance(
            long number, String verifiedTo, long accounts, long facts, long busyMillis, List<Difference> found) {
        Optional<Long> before = jdbc.sql("""
                update audit.verification
                   set verified_to = :verifiedTo, accounts = accounts + :accounts, facts = facts + :facts,
                       busy_millis = busy_millis + :busy, differences = differences + :found
                 where number = :number and state = 'RUNNING'
                returning differences - :found
                """)
                .param("verifiedTo", verifiedTo)
                .param("accounts", accounts)
                .param("facts", facts)
                .param("busy", busyMillis)
                .param("found", found.size())
                .param("number", number)
                .query(Long.class)
                .optional();
        before.ifPresent(count -> insert(number, count, found));
        return before.isPresent();
    }

    private void insert(long number, long before, List<Difference> found) {
        long place = before;
        for (Difference difference : found) {
            if (place++ >= VerificationView.MAX_DIFFERENCES) {
                return;
            }
            jdbc.sql("""
                    insert into audit.difference
                        (verification, number, revision, account_id, projection, subject, expected, actual)
                    values (:verification, :number, :revision, :account, :projection, :subject,
                            :expected::jsonb, :actual::jsonb)
                    """)
                    .param("verification", number)
                    .param("number", place)
                    .param("revision", difference.revision())
                    .param("account", difference.accountId())
                    .param("projection", difference.projection())
                    .param("subject", difference.subject())
                    .param("expected", difference.expected())
                    .param("actual", difference.actual())
                    .update();
        }
    }

    List<Difference> differences(long number) {
        return jdbc.sql("""
                select account_id, revision, projection, subject, expected, actual
                  from audit.difference where verification = :number order by number
                """)
                .param("number", number)
                .query((row, _) -> new Difference(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    private static Verification verification(ResultSet row) throws SQLException {
        return new Verification(
                row.getLong("number"),
                row.getString("verification_id"),
                VerificationState.valueOf(row.getString("state")),
                new AccountRange(account(row, "first_account"), account(row, "last_account")),
                row.getObject("max_facts_per_second", Integer.class),
                row.getString("requested_by"),
                Columns.moment(row.getObject("requested_at", OffsetDateTime.class)),
                moment(row, "finished_at"),
                row.getString("verified_to"),
                row.getLong("accounts"),
                row.getLong("facts"),
                row.getObject("facts_in_range", Long.class),
                row.getLong("busy_millis"),
                row.getLong("differences"),
                row.getString("failure"));
    }

    private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : new AccountId(id);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : Columns.moment(stored);
    }
}

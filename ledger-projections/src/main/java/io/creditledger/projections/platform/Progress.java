package io.creditledger.projections.platform;

import io.creditledger.api.account.AccountId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up to where a read model has applied the facts of each account: a row an account, written together with what the facts say.
 * It makes a repeated delivery harmless and a missing fact loud.
 */
public final class Progress {

    private final JdbcTemplate jdbc;
    private final String table;
    private final String select;
    private final String selectMany;
    private final String update;
    private final String insert;

    /** @param table has the columns {@code account_id}, {@code revision} and {@code occurred_at} */
    public Progress(ProjectionsDatabase database, String table) {
        this.jdbc = database.jdbc();
        this.table = table;
        this.select = "select revision, occurred_at from " + table + " where account_id = ?";
        this.selectMany = "select account_id, revision from " + table + " where account_id = any(?::text[])";
        this.update = """
                update %s as progress
                set revision = step.last_revision,
                    occurred_at = timestamptz 'epoch' + step.occurred_micros * interval '1 microsecond'
                from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                    as step(account_id, first_revision, last_revision, occurred_micros)
                where progress.account_id = step.account_id and progress.revision = step.first_revision - 1
                """.formatted(table);
        this.insert = """
                insert into %s (account_id, revision, occurred_at)
                select account_id, last_revision, timestamptz 'epoch' + occurred_micros * interval '1 microsecond'
                from unnest(?::text[], ?::bigint[], ?::bigint[]) as step(account_id, last_revision, occurred_micros)
                on conflict (account_id) do nothing
                """.formatted(table);
    }

    /** The table that says so. */
    String table() {
        return table;
    }

    /**
     * Moves accounts forward.
     *
     * @return how many moved: those that had reached exactly the revision before their step
     */
    public int advance(List<Step> steps) {
        List<Step> begun = steps.stream().filter(step -> step.first() > 0).toList();
        List<Step> fresh = steps.stream().filter(step -> step.first() == 0).toList();
        return move(begun) + begin(fresh);
    }

    private int move(List<Step> steps) {
        if (steps.isEmpty()) {
            return 0;
        }
        return Columns.write(
                jdbc,
                update,
                Columns.texts(steps, Step::accountId),
                Columns.longs(steps, Step::first),
                Columns.longs(steps, Step::last),
                Columns.longs(steps, step -> Columns.micros(step.occurredAt())));
    }

    private int begin(List<Step> steps) {
        if (steps.isEmpty()) {
            return 0;
        }
        return Columns.write(
                jdbc,
                insert,
                Columns.texts(steps, Step::accountId),
                Columns.longs(steps, Step::last),
                Columns.longs(steps, step -> Columns.micros(step.occurredAt())));
    }

    /** The revision that each account has reached; accounts without any are missing. */
    Map<String, Long> revisions(Collection<String> accounts) {
        Map<String, Long> revisions = new HashMap<>();
        jdbc.query(selectMany, parameters -> parameters.setObject(1, accounts.toArray(String[]::new)), row -> {
            revisions.put(row.getString(1), row.getLong(2));
        });
        return revisions;
    }

    /** Where an account is; nothing while nothing of it was applied. */
    public Optional<Reached> of(AccountId account) {
        List<Reached> found = jdbc.query(
                select,
                (row, _) -> new Reached(row.getLong(1), Columns.moment(row.getObject(2, OffsetDateTime.class))),
                account.value());
        return found.stream().findFirst();
    }
}

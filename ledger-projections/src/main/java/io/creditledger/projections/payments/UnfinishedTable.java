package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.queries.UnfinishedPayment;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code projections.payments_unfinished}: a row for each thing that is still to be done. */
@Component
class UnfinishedTable {

    private static final String WRITE = """
            insert into payments_unfinished as task (account_id, kind, reference, purchase_id, due_at)
            select account_id, kind, reference, purchase_id, timestamptz 'epoch' + due_micros * interval '1 microsecond'
            from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
                as change(account_id, kind, reference, purchase_id, due_micros)
            on conflict (account_id, kind, reference) do update set due_at = excluded.due_at
            """;

    private static final String DELETE = """
            delete from payments_unfinished as task
            using unnest(?::text[], ?::bigint[], ?::text[]) as done(account_id, kind, reference)
            where task.account_id = done.account_id and task.kind = done.kind and task.reference = done.reference
            """;

    private static final String SELECT_DUE = """
            select account_id, kind, purchase_id, due_at from payments_unfinished
            where due_at >= ? and due_at <= ?
            order by due_at, account_id, kind, reference
            limit ?
            """;

    private final JdbcTemplate jdbc;

    UnfinishedTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
    }

    void write(Work work) {
        List<Work.Task> tasks = work.toDo();
        if (!tasks.isEmpty()) {
            Columns.write(
                    jdbc,
                    WRITE,
                    Columns.texts(tasks, task -> task.key().accountId()),
                    Columns.longs(tasks, task -> StoredNumber.of(task.key().kind())),
                    Columns.texts(tasks, task -> task.key().reference()),
                    Columns.texts(tasks, Work.Task::purchaseId),
                    Columns.longs(tasks, task -> Columns.micros(task.dueAt())));
        }
        List<Work.Key> done = work.done();
        if (!done.isEmpty()) {
            Columns.write(
                    jdbc,
                    DELETE,
                    Columns.texts(done, Work.Key::accountId),
                    Columns.longs(done, key -> StoredNumber.of(key.kind())),
                    Columns.texts(done, Work.Key::reference));
        }
    }

    /** What came due between two moments, both included, the longest due first. */
    List<UnfinishedPayment> due(Instant from, Instant until, int limit) {
        return jdbc.query(
                SELECT_DUE,
                (row, _) -> new UnfinishedPayment(
                        new AccountId(row.getString("account_id")),
                        StoredNumber.kind(row.getShort("kind")),
                        row.getString("purchase_id"),
                        Stored.moment(row, "due_at")),
                Columns.parameter(from),
                Columns.parameter(until),
                limit);
    }

    void clear() {
        jdbc.execute("truncate table payments_unfinished");
    }
}

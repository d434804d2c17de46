package io.creditledger.projections.audit;

import io.creditledger.api.audit.queries.Difference;
import io.creditledger.projections.platform.ReadModelTable;
import io.creditledger.projections.platform.Shadow;
import io.creditledger.projections.platform.ShadowModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the rows of a shadow against those of the read models, and the history's own sums against each other. */
final class Comparison {

    /** As many as are kept of a verification: more tell nothing new. */
    private static final int LIMIT = 1_001;

    /** Each balance after a movement is the one before it and the movement. */
    private static final String BROKEN_SUMS = """
            select account_id, revision, before + amount, balance_after
              from (select account_id, revision, amount, balance_after,
                           lag(balance_after, 1, 0::bigint) over (partition by account_id order by revision) as before
                      from pg_temp.transactions_line where account_id = any(?::text[])) as line
             where before + amount <> balance_after
             order by account_id, revision limit %d
            """.formatted(LIMIT);

    /** Total less used is what the movements up to there add up to. */
    private static final String BROKEN_BALANCES = """
            select account.account_id, account.revision, coalesce(sums.amount, 0), account.total - account.used
              from pg_temp.balance_account as account
              left join lateral (select sum(line.amount)::bigint as amount
                                   from pg_temp.transactions_line as line
                                  where line.account_id = account.account_id and line.revision <= account.revision) as sums
                on true
             where account.account_id = any(?::text[]) and coalesce(sums.amount, 0) <> account.total - account.used
             order by account.account_id limit %d
            """.formatted(LIMIT);

    private final Shadow shadow;

    Comparison(Shadow shadow) {
        this.shadow = shadow;
    }

    /** Which rows differ of accounts whose facts the shadow has replayed exactly as far as the read models show them. */
    List<Difference> ofRows(Collection<String> accounts) {
        forWholeSets(true);
        String[] ids = accounts.toArray(String[]::new);
        List<Difference> found = new ArrayList<>();
        for (ShadowModel model : shadow.models()) {
            for (ReadModelTable table : model.tables()) {
                found.addAll(rows(model, table, ids));
            }
        }
        forWholeSets(false);
        return found;
    }

    /** Where the history does not add up, of accounts whose facts the shadow has replayed equally far for every read model. */
    List<Difference> ofSums(Collection<String> accounts) {
        forWholeSets(true);
        String[] ids = accounts.toArray(String[]::new);
        List<Difference> found = new ArrayList<>(sums(BROKEN_SUMS, "the balance after the movement", ids));
        found.addAll(sums(BROKEN_BALANCES, "total less used, which the movements add up to", ids));
        forWholeSets(false);
        return found;
    }

    /** What is right for single rows, in the session's settings, is wrong for whole sets. */
    private void forWholeSets(boolean on) {
        String setting = on ? "on" : "off";
        shadow.jdbc()
                .execute(
                        "set local enable_seqscan = %1$s; set local enable_hashjoin = %1$s; set local enable_mergejoin = %1$s"
                                .formatted(setting));
    }

    private List<Difference> rows(ShadowModel model, ReadModelTable table, String[] accounts) {
        return shadow.jdbc()
                .query(
                        statement(table),
                        parameters -> {
                            parameters.setObject(1, accounts);
                            parameters.setObject(2, accounts);
                        },
                        (row, _) -> {
                            String account = row.getString(1);
                            long revision = row.getLong(2);
                            return new Difference(
                                    account,
                                    row.wasNull() ? model.reached(account) : revision,
                                    model.name(),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5));
                        });
    }

    private static String statement(ReadModelTable table) {
        String key = String.join(", ", table.key());
        String name = table.key().stream()
                .filter(column -> !column.equals(ReadModelTable.ACCOUNT))
                .map(column -> "'" + column + " ' || " + column)
                .collect(Collectors.joining(", "));
        String subject =
                name.isEmpty() ? "'" + table.name() + "'" : "concat_ws(' ', '" + table.name() + "', " + name + ")";
        return """
                select account, (coalesce(shadow_row, stored_row) ->> 'revision')::bigint, subject, shadow_row, stored_row
                  from (select coalesce(shadow.account_id, stored.account_id) as account, %s as subject,
                               case when shadow.account_id is not null then to_jsonb(shadow) end as shadow_row,
                               case when stored.account_id is not null then to_jsonb(stored) end as stored_row
                          from (select * from %s where account_id = any(?::text[])) as shadow
                          full join (select * from %s where account_id = any(?::text[])) as stored using (%s)
                         where shadow is distinct from stored) as difference
                 order by account, subject limit %d
                """.formatted(subject, table.shadow(), table.stored(), key, LIMIT);
    }

    private List<Difference> sums(String statement, String subject, String[] accounts) {
        return shadow.jdbc()
                .query(
                        statement,
                        parameters -> parameters.setObject(1, accounts),
                        (row, _) -> new Difference(
                                row.getString(1),
                                row.getLong(2),
                                Difference.HISTORY,
                                subject,
                                Long.toString(row.getLong(3)),
                                Long.toString(row.getLong(4))));
    }
}

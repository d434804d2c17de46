package io.creditledger.projections.balance;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.queries.AccountView;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.money.Credits;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.MetadataJson;
import io.creditledger.projections.platform.Progress;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code projections.balance_account}. Its rows also say up to where the facts of an account were applied. */
@Component
class BalanceTable {

    private static final String UPDATE = """
            update balance_account as account
            set revision = change.revision,
                occurred_at = timestamptz 'epoch' + change.occurred_micros * interval '1 microsecond',
                total = change.total,
                used = change.used,
                held = change.held,
                frozen = change.frozen,
                display_name = case when change.described then change.display_name else account.display_name end,
                metadata = case when change.described then change.metadata else account.metadata end
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::boolean[], ?::text[], ?::text[])
                as change(account_id, first_revision, revision, occurred_micros, total, used, held, frozen, described,
                          display_name, metadata)
            where account.account_id = change.account_id and account.revision = change.first_revision - 1
            """;

    private static final String INSERT = """
            insert into balance_account
                (account_id, revision, occurred_at, total, used, held, frozen, display_name, metadata, opened_at)
            select account_id, revision, timestamptz 'epoch' + occurred_micros * interval '1 microsecond',
                   total, used, held, frozen, display_name, metadata,
                   timestamptz 'epoch' + opened_micros * interval '1 microsecond'
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::text[], ?::text[], ?::bigint[])
                as opened(account_id, revision, occurred_micros, total, used, held, frozen, display_name, metadata,
                          opened_micros)
            on conflict (account_id) do nothing
            """;

    private static final String SELECT = """
            select account_id, revision, occurred_at, total, used, held, frozen, display_name, metadata, opened_at
            from balance_account
            """;

    private static final String SELECT_ONE = SELECT + "where account_id = ?";

    private static final String SELECT_BALANCE = """
            select revision, occurred_at, total, used, held, frozen
            from balance_account
            where account_id = ?
            """;

    private static final String SELECT_PAGE =
            SELECT + "where account_id > ? and account_id >= ? and account_id < ? order by account_id limit ?";

    /** Follows every character that an account id may have. */
    private static final char BEYOND = '~';

    private final JdbcTemplate jdbc;
    private final Progress progress;

    BalanceTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
        this.progress = new Progress(database, "balance_account");
    }

    Progress progress() {
        return progress;
    }

    int write(List<BalanceRows.Row> rows) {
        return update(rows.stream().filter(row -> row.first() > 0).toList())
                + insert(rows.stream().filter(row -> row.first() == 0).toList());
    }

    private int update(List<BalanceRows.Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return Columns.write(
                jdbc,
                UPDATE,
                Columns.texts(rows, BalanceRows.Row::accountId),
                Columns.longs(rows, BalanceRows.Row::first),
                Columns.longs(rows, BalanceRows.Row::revision),
                Columns.longs(rows, row -> Columns.micros(row.occurredAt())),
                Columns.longs(rows, row -> row.balance().total().amount()),
                Columns.longs(rows, row -> row.balance().used().amount()),
                Columns.longs(rows, row -> row.balance().held().amount()),
                Columns.longs(rows, row -> row.balance().frozen().amount()),
                Columns.booleans(rows, BalanceRows.Row::isDescribed),
                Columns.texts(rows, BalanceRows.Row::displayName),
                Columns.texts(rows, row -> MetadataJson.write(row.metadata())));
    }

    private int insert(List<BalanceRows.Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return Columns.write(
                jdbc,
                INSERT,
                Columns.texts(rows, BalanceRows.Row::accountId),
                Columns.longs(rows, BalanceRows.Row::revision),
                Columns.longs(rows, row -> Columns.micros(row.occurredAt())),
                Columns.longs(rows, row -> row.balance().total().amount()),
                Columns.longs(rows, row -> row.balance().used().amount()),
                Columns.longs(rows, row -> row.balance().held().amount()),
                Columns.longs(rows, row -> row.balance().frozen().amount()),
                Columns.texts(rows, BalanceRows.Row::displayName),
                Columns.texts(rows, row -> MetadataJson.write(row.metadata())),
                Columns.optionalLongs(rows, row -> Columns.optionalMicros(row.openedAt())));
    }

    Optional<BalanceView> balance(AccountId account) {
        List<BalanceView> found = jdbc.query(SELECT_BALANCE, (row, _) -> balance(account, row), account.value());
        return found.stream().findFirst();
    }

    Optional<AccountView> account(AccountId account) {
        List<AccountView> found = jdbc.query(SELECT_ONE, (row, _) -> account(row), account.value());
        return found.stream().findFirst();
    }

    /** Accounts whose ids begin with a prefix, in the order of their ids, from behind one on. */
    List<AccountView> accounts(String prefix, String behind, int limit) {
        return jdbc.query(SELECT_PAGE, (row, _) -> account(row), behind, prefix, prefix + BEYOND, limit);
    }

    void clear() {
        jdbc.execute("truncate table balance_account");
    }

    private static AccountView account(ResultSet row) throws SQLException {
        AccountId account = new AccountId(row.getString("account_id"));
        BalanceView balance = balance(account, row);
        return new AccountView(
                account.value(),
                row.getString("display_name"),
                MetadataJson.read(row.getString("metadata")),
                moment(row, "opened_at"),
                balance,
                balance.revision(),
                balance.asOf());
    }

    private static BalanceView balance(AccountId account, ResultSet row) throws SQLException {
        Balance balance = new Balance(
                Credits.of(row.getLong("total")),
                Credits.of(row.getLong("used")),
                Credits.of(row.getLong("held")),
                Credits.of(row.getLong("frozen")));
        return BalanceView.of(account, balance, row.getLong("revision"), moment(row, "occurred_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Columns.moment(row.getObject(column, OffsetDateTime.class));
    }
}

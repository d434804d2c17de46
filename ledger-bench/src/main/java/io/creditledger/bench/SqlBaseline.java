package io.creditledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a ledger costs that someone writes by hand: a table of balances and a table of history, and for each consumption a
 * conditional update and an insert in one durable transaction. It runs on the same PostgreSQL, in the same run, as the ledger
 * it is compared with, and keeps neither facts in order, nor lots, nor idempotency keys.
 */
final class SqlBaseline {

    private static final int ACCOUNTS = 10_000;
    private static final List<Integer> CONNECTIONS = List.of(16, 64);
    private static final Duration WARMING_UP = Duration.ofSeconds(3);
    private static final Duration MEASURING = Duration.ofSeconds(8);

    private final Ledger ledger;

    SqlBaseline(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The best rate, with a figure for each number of connections. */
    record Outcome(double perSecond, List<Figure> figures) {

        Figure ratioTo(double perSecond) {
            return Figure.fine("ratioToSql", "ratio to the SQL ledger", perSecond / this.perSecond, "x");
        }
    }

    Outcome run() throws Exception {
        createTables();
        double best = 0;
        List<Figure> figures = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            ClosedLoop.run(connections, WARMING_UP, this::client);
            Measured measured = ClosedLoop.run(connections, MEASURING, this::client);
            best = Math.max(best, measured.perSecond());
            figures.add(Figure.whole(
                    "sqlPerSecond" + connections,
                    "SQL ledger, %d connections".formatted(connections),
                    measured.perSecond(),
                    "/s"));
            figures.add(Figure.fine(
                    "sqlP99Millis" + connections,
                    "SQL ledger, %d connections: latency p99".formatted(connections),
                    measured.millisAt(99),
                    "ms"));
        }
        dropTables();
        return new Outcome(best, figures);
    }

    private void createTables() throws SQLException {
        execute("""
                create schema baseline;
                create table baseline.account (account_id text primary key, balance bigint not null);
                create table baseline.history (
                    id bigint generated always as identity primary key,
                    account_id text not null,
                    amount bigint not null,
                    balance_after bigint not null,
                    description text not null,
                    website jsonb not null,
                    occurred_at timestamptz not null default clock_timestamp());
                create index history_of_account on baseline.history (account_id, id);
                insert into baseline.account
                    select 'account-' || number, 1000000000 from generate_series(0, %d) number;
                """.formatted(ACCOUNTS - 1));
        execute("vacuum analyze baseline.account");
    }

    private void dropTables() throws SQLException {
        execute("drop schema baseline cascade");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = ledger.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Client client(int number) throws SQLException {
        return new Client(ledger.connect(), new SplittableRandom(number));
    }

    private static final class Client implements ClosedLoop.Client {

        private final Connection connection;
        private final PreparedStatement debit;
        private final PreparedStatement insert;
        private final SplittableRandom random;

        Client(Connection connection, SplittableRandom random) throws SQLException {
            this.connection = connection;
            this.random = random;
            try (Statement statement = connection.createStatement()) {
                statement.execute("set synchronous_commit = on");
            }
            connection.setAutoCommit(false);
            debit = connection.prepareStatement("""
                    update baseline.account set balance = balance - ?
                    where account_id = ? and balance >= ? returning balance
                    """);
            insert = connection.prepareStatement("""
                    insert into baseline.history (account_id, amount, balance_after, description, website)
                    values (?, ?, ?, ?, ?::jsonb)
                    """);
        }

        @Override
        public boolean once() throws SQLException {
            String account = "account-" + random.nextInt(ACCOUNTS);
            debit.setLong(1, 1);
            debit.setString(2, account);
            debit.setLong(3, 1);
            long balance;
            try (var rows = debit.executeQuery()) {
                if (!rows.next()) {
                    connection.rollback();
                    return false;
                }
                balance = rows.getLong(1);
            }
            insert.setString(1, account);
            insert.setLong(2, 1);
            insert.setLong(3, balance);
            insert.setString(4, "Website generation");
            insert.setString(5, """
                    {"id": "site-1", "name": "Site 1", "url": "https://site-1.example"}""");
            insert.executeUpdate();
            connection.commit();
            return true;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}

package io.creditledger.service.platform.eventstore;

import io.creditledger.service.audit.archive.ArchiveWriter;
import io.creditledger.service.audit.archive.ArchivedAccount;
import io.creditledger.service.audit.archive.ArchivedFact;
import io.creditledger.service.audit.archive.ArchivedRefusal;
import io.creditledger.service.audit.archive.Chain;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The SQL that reads everything, a thousand rows at a time. Every method runs in the caller's transaction. */
final class ArchiveTables {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String FACTS = "select global_index, " + StoredEvent.COLUMNS + " from ";
    private static final String STORED = "ledger.domain_event_entry";
    private static final String OF_ACCOUNT = " where aggregate_identifier = ?";
    private static final String IN_ORDER = " order by global_index";
    private static final String BY_ACCOUNT = " order by aggregate_identifier, sequence_number";
    private static final String REFUSALS =
            "select account_id, request_id, fingerprint, rejection, decided_at from ledger.refused_request";

    private ArchiveTables() {}

    /** Takes rows, one after the other. */
    interface Taker<T> {

        void take(T row) throws IOException;
    }

    /**
     * Where facts are in the history.
     *
     * @param first 0 if there are none
     * @param last likewise
     */
    record Positions(long first, long last) {

        private Positions and(long position) {
            return new Positions(first == 0 ? position : first, position);
        }
    }

    /** When the transaction began. */
    static Instant moment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** The facts in the order of the history, and where they are in it. */
    static Positions facts(Connection connection, @Nullable String account, Taker<ArchivedFact> taker)
            throws SQLException, IOException {
        String order = account == null ? IN_ORDER : OF_ACCOUNT + BY_ACCOUNT;
        Positions[] positions = {new Positions(0, 0)};
        each(connection, FACTS + STORED + order, account, row -> {
            positions[0] = positions[0].and(row.getLong("global_index"));
            taker.take(fact(row));
        });
        return positions[0];
    }

    static void refusals(Connection connection, @Nullable String account, Taker<ArchivedRefusal> taker)
            throws SQLException, IOException {
        String order = (account == null ? "" : " where account_id = ?") + " order by account_id, request_id";
        each(
                connection,
                REFUSALS + order,
                account,
                row -> taker.take(new ArchivedRefusal(
                        row.getString("account_id"),
                        row.getString("request_id"),
                        row.getString("fingerprint"),
                        row.getString("rejection"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant())));
    }

    /** What the facts of each account come to; for that they are read once more, account by account. */
    static void accounts(Connection connection, @Nullable String account, Taker<ArchivedAccount> taker)
            throws SQLException, IOException {
        String order = (account == null ? "" : OF_ACCOUNT) + BY_ACCOUNT;
        Accounts accounts = new Accounts(taker);
        each(connection, FACTS + STORED + order, account, row -> accounts.add(fact(row)));
        accounts.end();
    }

    /** A row of {@link StoredEvent#COLUMNS}. */
    static ArchivedFact fact(ResultSet row) throws SQLException {
        return new ArchivedFact(
                row.getString("event_identifier"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("type"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                StoredEvent.instantOf(row.getLong("time_stamp")),
                row.getString("payload"),
                row.getString("meta_data"));
    }

    private interface RowTaker {

        void take(ResultSet row) throws SQLException, IOException;
    }

    private static void each(Connection connection, String query, @Nullable String parameter, RowTaker taker)
            throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    /** Folds facts that come account by account. */
    static final class Accounts {

        private final Taker<ArchivedAccount> taker;
        private @Nullable String account;
        private long revision;
        private Chain chain = new Chain();

        Accounts(Taker<ArchivedAccount> taker) {
            this.taker = taker;
        }

        void add(ArchivedFact fact) throws IOException {
            if (!fact.accountId().equals(account)) {
                end();
                account = fact.accountId();
                chain = new Chain();
            }
            revision = fact.revision();
            chain.add(ArchiveWriter.json(fact));
        }

        void end() throws IOException {
            if (account != null) {
                taker.take(new ArchivedAccount(account, revision, chain.head()));
            }
        }
    }
}

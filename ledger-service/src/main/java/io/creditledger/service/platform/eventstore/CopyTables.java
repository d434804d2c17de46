package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.eventstore.EventStoreTables.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The SQL of the copy that PostgreSQL has of a history on Axon Server. */
final class CopyTables {

    /** None of it has to outlive a crash of PostgreSQL: what is lost then is copied again, together with its place. */
    private static final String LOCK =
            "set local synchronous_commit = off;" + "select position from ledger.axon_server_copy for update";

    private static final String ADD = """
            insert into ledger.domain_event_entry (
                global_index, aggregate_identifier, sequence_number, time_stamp, type, event_identifier,
                payload_type, payload_revision, payload, meta_data, request_id, reversed_consumption)
            select * from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::text[], ?::text[], ?::text[], ?::text[])""";

    private static final String MOVE = "update ledger.axon_server_copy set position = ?";
    private static final String POSITION = "select position from ledger.axon_server_copy";
    private static final String REVISION =
            "select max(sequence_number) from ledger.domain_event_entry where aggregate_identifier = ?";

    private final DataSource dataSource;

    CopyTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A fact and Axon Server's number of it. */
    record Copied(long position, EventRow row) {}

    /** The number of the last fact that was copied; -1 before the first. */
    long position() {
        return number(POSITION, null, -1);
    }

    /** The last revision of an account that was copied; -1 while there is none. */
    long revision(String account) {
        return number(REVISION, account, -1);
    }

    /**
     * Adds what follows a place, all of it or nothing.
     *
     * @return whether it was added: false when another process has gone on from there
     */
    boolean add(long behind, List<Copied> facts, long upTo) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean first = locked(connection) == behind;
                if (first) {
                    add(connection, facts);
                    move(connection, upTo);
                    connection.commit();
                }
                return first;
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static long locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void add(Connection connection, List<Copied> facts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            Parameters parameters = new Parameters(connection, statement);
            // PostgreSQL's own numbers begin with 1.
            parameters.numbers(facts, fact -> fact.position() + 1);
            parameters.columns(facts.stream().map(Copied::row).toList());
            statement.executeUpdate();
        }
    }

    private static void move(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, position);
            statement.executeUpdate();
        }
    }

    /** The first of some events whose request has an answer already, as far as it was copied. */
    @Nullable
    String firstAnswered(List<EventRow> keyed) {
        try (Connection connection = dataSource.getConnection()) {
            return EventStoreTables.firstAnswered(connection, keyed);
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private long number(String query, @Nullable String parameter, long otherwise) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            try (ResultSet row = statement.executeQuery()) {
                long number = row.next() ? row.getLong(1) : otherwise;
                return row.wasNull() ? otherwise : number;
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static EventStoreUnavailableException unavailable(SQLException failure) {
        return new EventStoreUnavailableException("The copy of the history can't be read or written", failure);
    }
}

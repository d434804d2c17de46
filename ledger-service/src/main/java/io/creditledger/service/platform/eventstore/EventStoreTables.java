package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.eventstore.Write.Append;
import io.creditledger.service.platform.eventstore.Write.RefusalRow;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The SQL that adds to the event store. Every method runs in the caller's transaction. */
final class EventStoreTables {

    static final String SEQUENCE_CONSTRAINT = "domain_event_entry_sequence";
    static final String REQUEST_CONSTRAINT = "domain_event_entry_request";
    static final String REFUSAL_CONSTRAINT = "refused_request_pkey";

    /**
     * Held from before the first index is taken until the commit, by one writer of all nodes: so indexes are committed in their
     * order, and a reader that has seen one will never find a smaller one later. A statement of its own, because what follows
     * must see what the one who held it before has committed. The number only has to be the same everywhere.
     */
    private static final String LOCK = "select pg_advisory_xact_lock(4747281036);\n";

    private static final String ADD_EVENTS =
            LOCK + "with added as (\n" + insertion("ledger.domain_event_entry", "head.global_index") + """
             cross join (select coalesce(max(global_index), 0) as global_index from ledger.domain_event_entry) as head
            returning global_index)
            select min(added.global_index),
                   exists (
                       select from unnest(?::text[], ?::text[]) as request (account_id, request_id)
                         join ledger.refused_request using (account_id, request_id))
              from added""";

    private static final String ADD_REFUSALS = LOCK + """
            insert into ledger.refused_request (account_id, request_id, fingerprint, rejection)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]);
            select exists (
                select from unnest(?::text[], ?::text[]) as request (aggregate_identifier, request_id)
                  join ledger.domain_event_entry using (aggregate_identifier, request_id))""";

    private static final String FIRST_ANSWERED = """
            select request.request_id
              from unnest(?::text[], ?::text[]) with ordinality as request (account_id, request_id, position)
             where exists (select from ledger.domain_event_entry event
                            where event.aggregate_identifier = request.account_id
                              and event.request_id = request.request_id)
                or exists (select from ledger.refused_request refusal
                            where refusal.account_id = request.account_id
                              and refusal.request_id = request.request_id)
             order by request.position
             limit 1""";

    private static final String LATE = """
            select append.position
              from unnest(?::text[], ?::bigint[]) with ordinality as append (aggregate_identifier, sequence_number, position)
             where exists (select from ledger.domain_event_entry event
                            where event.aggregate_identifier = append.aggregate_identifier
                              and event.sequence_number = append.sequence_number)""";

    private EventStoreTables() {}

    /**
     * What adds the events that {@link Parameters#columns} sets to a table.
     *
     * @param lastIndex after which global index they are numbered
     */
    static String insertion(String table, String lastIndex) {
        return """
            insert into %s (
                global_index, aggregate_identifier, sequence_number, time_stamp, type, event_identifier,
                payload_type, payload_revision, payload, meta_data, request_id, reversed_consumption)
            select %s + event.position, event.aggregate_identifier, event.sequence_number, event.time_stamp,
                   event.type, event.event_identifier, event.payload_type, event.payload_revision, event.payload,
                   event.meta_data, event.request_id, event.reversed_consumption
              from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::text[])
                   with ordinality as event (
                       aggregate_identifier, sequence_number, time_stamp, type, event_identifier, payload_type,
                       payload_revision, payload, meta_data, request_id, reversed_consumption, position)
            """.formatted(table, lastIndex);
    }

    /**
     * What became of events that were added.
     *
     * @param firstIndex the global index that the first of them has
     * @param refused whether they may not stay, since a request among theirs was refused before
     */
    record Added(long firstIndex, boolean refused) {}

    /** Adds events after all that are there, in the order given. */
    static Added addEvents(Connection connection, List<EventRow> rows) throws SQLException {
        List<EventRow> keyed =
                rows.stream().filter(row -> row.requestId() != null).toList();
        try (PreparedStatement statement = connection.prepareStatement(ADD_EVENTS)) {
            Parameters parameters = new Parameters(connection, statement);
            parameters.columns(rows);
            parameters.texts(keyed, EventRow::aggregateIdentifier);
            parameters.texts(keyed, EventRow::requestId);
            statement.execute();
            // The lock answers first.
            statement.getMoreResults();
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return new Added(result.getLong(1), result.getBoolean(2));
            }
        }
    }

    /**
     * Adds refusals.
     *
     * @return whether they may stay: false when a request among theirs made a fact before
     */
    static boolean addRefusals(Connection connection, List<RefusalRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_REFUSALS)) {
            Parameters parameters = new Parameters(connection, statement);
            parameters.texts(rows, RefusalRow::account);
            parameters.texts(rows, RefusalRow::request);
            parameters.texts(rows, RefusalRow::fingerprint);
            parameters.texts(rows, RefusalRow::rejection);
            parameters.texts(rows, RefusalRow::account);
            parameters.texts(rows, RefusalRow::request);
            return !lastAnswer(statement);
        }
    }

    private static boolean lastAnswer(PreparedStatement statement) throws SQLException {
        statement.execute();
        // The lock and the insertion answer first.
        statement.getMoreResults();
        statement.getMoreResults();
        try (ResultSet result = statement.getResultSet()) {
            result.next();
            return result.getBoolean(1);
        }
    }

    /** The first of some events whose request has an answer, by a fact or a refusal. */
    static @Nullable String firstAnswered(Connection connection, List<EventRow> keyed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_ANSWERED)) {
            Parameters parameters = new Parameters(connection, statement);
            parameters.texts(keyed, EventRow::aggregateIdentifier);
            parameters.texts(keyed, EventRow::requestId);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    /** Those of some appends whose place has been taken by now. None of them can ever be stored. */
    static List<Append> late(Connection connection, List<Append> appends) throws SQLException {
        List<EventRow> firsts =
                appends.stream().map(append -> append.rows().getFirst()).toList();
        try (PreparedStatement statement = connection.prepareStatement(LATE)) {
            Parameters parameters = new Parameters(connection, statement);
            parameters.texts(firsts, EventRow::aggregateIdentifier);
            parameters.numbers(firsts, EventRow::sequenceNumber);
            List<Append> late = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    late.add(appends.get(result.getInt(1) - 1));
                }
            }
            return late;
        }
    }

    /** Keeps all writers out until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }

    /** The name of the constraint that a statement violated; empty when it failed of something else. */
    static String violatedConstraint(SQLException failure) {
        ServerErrorMessage message =
                failure instanceof PSQLException violation ? violation.getServerErrorMessage() : null;
        return message == null ? "" : Objects.requireNonNullElse(message.getConstraint(), "");
    }

    /** Sets the columns of rows as arrays, one parameter after the other. */
    static final class Parameters {

        private final Connection connection;
        private final PreparedStatement statement;
        private int position;

        Parameters(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        <T> void texts(List<T> rows, Function<T, @Nullable String> column) throws SQLException {
            set("text", rows.stream().map(column).toArray(String[]::new));
        }

        <T> void numbers(List<T> rows, ToLongFunction<T> column) throws SQLException {
            set("bigint", rows.stream().mapToLong(column).boxed().toArray(Long[]::new));
        }

        void number(long value) throws SQLException {
            statement.setLong(++position, value);
        }

        /** All columns of events, but for their global indexes. */
        void columns(List<EventRow> rows) throws SQLException {
            texts(rows, EventRow::aggregateIdentifier);
            numbers(rows, EventRow::sequenceNumber);
            numbers(rows, EventRow::timeStamp);
            texts(rows, EventRow::type);
            texts(rows, EventRow::eventIdentifier);
            texts(rows, EventRow::payloadType);
            texts(rows, EventRow::payloadRevision);
            texts(rows, EventRow::payload);
            texts(rows, EventRow::metaData);
            texts(rows, EventRow::requestId);
            texts(rows, EventRow::reversedConsumption);
        }

        private void set(String type, @Nullable Object[] values) throws SQLException {
            Array array = connection.createArrayOf(type, values);
            statement.setArray(++position, array);
        }
    }
}

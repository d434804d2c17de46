package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.eventstore.Write.Append;
import io.creditledger.service.platform.eventstore.Write.RefusalRow;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The SQL that adds to the event store. */
final class EventStoreTables {

    static final String SEQUENCE_CONSTRAINT = "domain_event_entry_sequence";
    static final String REQUEST_CONSTRAINT = "domain_event_entry_request";
    static final String REFUSAL_CONSTRAINT = "refused_request_pkey";

    /** What the function of the database raises when a request has a fact and would have a refusal as well, or the other way round. */
    static final String ANSWER_CONSTRAINT = "one_answer";

    /**
     * Held from before the first index is taken until the commit, by one writer of all nodes: so indexes are committed in their
     * order, and a reader that has seen one will never find a smaller one later. The number is the one that ledger.append has.
     */
    private static final String LOCK = "select pg_advisory_xact_lock(4747281036)";

    private static final String APPEND = """
            select first_index, late from ledger.append(
                ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[])""";

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

    private EventStoreTables() {}

    /**
     * What became of writes.
     *
     * @param firstIndex the global index that the first event has; null when no event was stored
     * @param late the appends whose place another had taken, and which were left out
     */
    record Appended(@Nullable Long firstIndex, List<Append> late) {}

    /**
     * Adds events after all that are there, in the order given, and refusals, and leaves out what comes too late. The connection has to
     * commit by itself: then nobody has to wait for this program to go on before they have their turn.
     *
     * @throws SQLException when PostgreSQL did not do it, or one of them can't be stored, and so none was
     */
    static Appended append(Connection connection, List<Append> appends, List<RefusalRow> refusals) throws SQLException {
        List<EventRow> rows =
                appends.stream().flatMap(append -> append.rows().stream()).toList();
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            Parameters parameters = new Parameters(connection, statement);
            parameters.numbers(positions(appends));
            parameters.columns(rows);
            parameters.texts(refusals, RefusalRow::account);
            parameters.texts(refusals, RefusalRow::request);
            parameters.texts(refusals, RefusalRow::fingerprint);
            parameters.texts(refusals, RefusalRow::rejection);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long firstIndex = result.getLong(1);
                return new Appended(result.wasNull() ? null : firstIndex, late(appends, result.getArray(2)));
            }
        }
    }

    /** For each event, which of the appends it belongs to. */
    private static Stream<Long> positions(List<Append> appends) {
        return IntStream.range(0, appends.size())
                .boxed()
                .flatMap(position -> Collections.nCopies(appends.get(position).size(), position.longValue()).stream());
    }

    private static List<Append> late(List<Append> appends, Array positions) throws SQLException {
        return Arrays.stream((Long[]) positions.getArray())
                .map(position -> appends.get(position.intValue()))
                .toList();
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

    /** Keeps all writers out until the caller's transaction ends. */
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
            numbers(rows.stream().mapToLong(column).boxed());
        }

        void numbers(Stream<Long> numbers) throws SQLException {
            set("bigint", numbers.toArray(Long[]::new));
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

package io.creditledger.service.platform.eventstore;

import io.creditledger.service.audit.archive.ArchivedAccount;
import io.creditledger.service.audit.archive.ArchivedRefusal;
import io.creditledger.service.platform.eventstore.EventStoreTables.Parameters;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The SQL of a history that comes in: beside the one that is there, in tables that only this transaction sees and that end with it.
 * Every method runs in the caller's transaction.
 */
final class ImportTables {

    /** So that no statement takes longer than a connection is patient. */
    private static final int MOVED_AT_ONCE = 50_000;

    private static final String CREATE = """
            create temporary table import_fact (like ledger.domain_event_entry) on commit drop;
            create unique index import_fact_position on import_fact (global_index);
            create unique index import_fact_sequence on import_fact (aggregate_identifier, sequence_number);
            create unique index import_fact_request on import_fact (aggregate_identifier, request_id)
                where request_id is not null;
            create temporary table import_refusal (like ledger.refused_request) on commit drop;
            create unique index import_refusal_request on import_refusal (account_id, request_id)""";

    private static final String EMPTY =
            "select not exists (select from ledger.domain_event_entry) and not exists (select from ledger.refused_request)";

    private static final String LAST_REVISIONS = """
            select account.id, latest.sequence_number
              from unnest(?::text[]) as account (id)
             cross join lateral (select sequence_number from import_fact
                                  where aggregate_identifier = account.id
                                  order by sequence_number desc limit 1) as latest""";

    private static final String ADD_FACTS = """
            insert into import_fact (
                global_index, aggregate_identifier, sequence_number, time_stamp, type, event_identifier,
                payload_type, payload_revision, payload, meta_data, request_id, reversed_consumption)
            select ?::bigint + fact.position, fact.aggregate_identifier, fact.sequence_number, fact.time_stamp,
                   fact.type, fact.event_identifier, fact.payload_type, fact.payload_revision, fact.payload,
                   fact.meta_data, fact.request_id, fact.reversed_consumption
              from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::text[])
                   with ordinality as fact (
                       aggregate_identifier, sequence_number, time_stamp, type, event_identifier, payload_type,
                       payload_revision, payload, meta_data, request_id, reversed_consumption, position)
                on conflict do nothing
            returning global_index""";

    private static final String ADD_REFUSALS = """
            insert into import_refusal (account_id, request_id, fingerprint, rejection, decided_at)
            select refusal.account_id, refusal.request_id, refusal.fingerprint, refusal.rejection,
                   timestamptz '1970-01-01 00:00:00Z' + refusal.decided_at * interval '1 microsecond'
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                   as refusal (account_id, request_id, fingerprint, rejection, decided_at)
             where not exists (select from import_fact
                                where aggregate_identifier = refusal.account_id and request_id = refusal.request_id)
                on conflict do nothing
            returning account_id, request_id""";

    private static final String FACTS_OF = "select " + StoredEvent.COLUMNS
            + " from import_fact where aggregate_identifier = any (?) order by aggregate_identifier, sequence_number";

    private static final String ACCOUNTS = "select count(distinct aggregate_identifier) from import_fact";

    private static final String MOVE_FACTS =
            "insert into ledger.domain_event_entry select * from import_fact where global_index between ? and ?"
                    + " order by global_index";
    private static final String MOVE_REFUSALS = "insert into ledger.refused_request select * from import_refusal";

    private static final int ROWS_AT_ONCE = 1_000;

    private ImportTables() {}

    static void create(Connection connection) throws SQLException {
        execute(connection, CREATE);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the ledger has no history. */
    static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(EMPTY)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The last revisions that have come in, of those accounts of which one has. */
    static Map<String, Long> lastRevisions(Connection connection, Set<String> accounts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_REVISIONS)) {
            new Parameters(connection, statement).texts(List.copyOf(accounts), account -> account);
            Map<String, Long> revisions = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    revisions.put(rows.getString(1), rows.getLong(2));
                }
            }
            return revisions;
        }
    }

    /**
     * Adds facts behind those that have come in.
     *
     * @return which of them came in: not those whose request has made another fact
     */
    static Set<Integer> add(Connection connection, long before, List<EventRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_FACTS)) {
            Parameters parameters = new Parameters(connection, statement);
            parameters.number(before);
            parameters.columns(rows);
            Set<Integer> added = new HashSet<>();
            try (ResultSet positions = statement.executeQuery()) {
                while (positions.next()) {
                    added.add((int) (positions.getLong(1) - before - 1));
                }
            }
            return added;
        }
    }

    /**
     * Adds refusals.
     *
     * @return those that came in, as account and request: not those whose request has another answer
     */
    static Set<List<String>> addRefusals(Connection connection, List<ArchivedRefusal> refusals) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_REFUSALS)) {
            Parameters parameters = new Parameters(connection, statement);
            parameters.texts(refusals, ArchivedRefusal::accountId);
            parameters.texts(refusals, ArchivedRefusal::requestId);
            parameters.texts(refusals, ArchivedRefusal::fingerprint);
            parameters.texts(refusals, ArchivedRefusal::rejection);
            parameters.numbers(refusals, refusal -> StoredEvent.microsecondsOf(refusal.decidedAt()));
            Set<List<String>> added = new HashSet<>();
            try (ResultSet requests = statement.executeQuery()) {
                while (requests.next()) {
                    added.add(List.of(requests.getString(1), requests.getString(2)));
                }
            }
            return added;
        }
    }

    /** What the facts that have come in of some accounts come to. */
    static List<ArchivedAccount> accounts(Connection connection, Collection<String> accounts) throws SQLException {
        List<ArchivedAccount> folded = new ArrayList<>();
        ArchiveTables.Accounts fold = new ArchiveTables.Accounts(folded::add);
        try (PreparedStatement statement = connection.prepareStatement(FACTS_OF)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            new Parameters(connection, statement).texts(List.copyOf(accounts), account -> account);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    fold.add(ArchiveTables.fact(rows));
                }
            }
            fold.end();
            return folded;
        } catch (IOException impossible) {
            throw new IllegalStateException("a list takes everything", impossible);
        }
    }

    /** How many accounts the facts are of that have come in. */
    static long accounts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ACCOUNTS)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Tells PostgreSQL how many there are, so that it looks them up in a sensible way. */
    static void analyze(Connection connection) throws SQLException {
        execute(connection, "analyze import_fact");
    }

    /** Makes what has come in the history. The writers have to be locked out, and the history empty. */
    static void moveIn(Connection connection, long facts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE_FACTS)) {
            for (long first = 1; first <= facts; first += MOVED_AT_ONCE) {
                statement.setLong(1, first);
                statement.setLong(2, first + MOVED_AT_ONCE - 1);
                statement.executeUpdate();
            }
        }
        execute(connection, MOVE_REFUSALS);
    }
}

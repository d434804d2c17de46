package io.creditledger.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The event table, read past the ledger: what it says must be so without the ledger's help. */
final class StoredEvents {

    private static final int FETCHED_AT_ONCE = 5_000;

    private final Ledger ledger;
    private final ObjectMapper mapper = JsonMapper.builder().build();

    StoredEvents(Ledger ledger) {
        this.ledger = ledger;
    }

    /** One stored event. */
    record Stored(String account, long revision, String type, JsonNode payload) {}

    /** Told every event. */
    interface Reader {
        void read(Stored event);
    }

    /** In the order in which they were stored. */
    void each(Reader reader) throws SQLException {
        try (Connection connection = ledger.connect();
                Statement statement = connection.createStatement()) {
            // Without these two the driver would read the whole table into memory.
            connection.setAutoCommit(false);
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("""
                    select aggregate_identifier, sequence_number, payload_type, payload
                    from ledger.domain_event_entry order by global_index
                    """)) {
                while (rows.next()) {
                    reader.read(new Stored(
                            rows.getString(1), rows.getLong(2), rows.getString(3), mapper.readTree(rows.getString(4))));
                }
            }
        }
    }

    /** The accounts of the youngest events, each with its last revision: a read model that shows these shows everything. */
    Map<String, Long> lastRevisions(int events) throws SQLException {
        try (Connection connection = ledger.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select aggregate_identifier, max(sequence_number)
                        from (select aggregate_identifier, sequence_number
                              from ledger.domain_event_entry order by global_index desc limit %d) youngest
                        group by aggregate_identifier
                        """.formatted(events))) {
            Map<String, Long> revisions = new HashMap<>();
            while (rows.next()) {
                revisions.put(rows.getString(1), rows.getLong(2));
            }
            return revisions;
        }
    }

    long count() throws SQLException {
        try (Connection connection = ledger.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from ledger.domain_event_entry")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

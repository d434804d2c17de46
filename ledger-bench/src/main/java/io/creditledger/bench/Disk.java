package io.creditledger.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the tables of the ledger and of its read models take, indexes included. */
final class Disk {

    private Disk() {}

    static long bytes(Ledger ledger) throws SQLException {
        try (Connection connection = ledger.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select coalesce(sum(pg_total_relation_size(c.oid)), 0)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in ('ledger', 'projections') and c.relkind = 'r'
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

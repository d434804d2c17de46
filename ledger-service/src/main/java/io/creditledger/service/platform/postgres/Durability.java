package io.creditledger.service.platform.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** What a PostgreSQL must be set to, so that an answered command is never forgotten. */
final class Durability {

    private static final SortedMap<String, Set<String>> REQUIRED = new TreeMap<>(Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply")));

    private Durability() {}

    /**
     * Refuses a PostgreSQL that may lose what it committed.
     *
     * @throws IllegalStateException naming the setting
     */
    static void require(JdbcConnectionDetails details) {
        try (Connection connection = Connections.open(details);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Set<String>> setting : REQUIRED.entrySet()) {
                require(statement, setting.getKey(), setting.getValue());
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException(
                    "PostgreSQL at " + details.getJdbcUrl() + " can't be reached: " + unreachable.getMessage(),
                    unreachable);
        }
    }

    private static void require(Statement statement, String setting, Set<String> allowed) throws SQLException {
        try (ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            String actual = result.getString(1);
            if (!allowed.contains(actual)) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + actual
                        + " and may forget what it confirmed. Set " + setting + "=on. (Where lost credits don't"
                        + " matter, ledger.database.durability-check=false lets it pass.)");
            }
        }
    }
}

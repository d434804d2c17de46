package io.creditledger.service.account.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * What a ledger under test has left behind beside its log: its tables, its metrics, and what it told callers who did something wrong.
 * Kept beside the log, and looked through at the end of the build by NothingSecretIsWritten of the benchmarks' module.
 */
final class Written {

    private static final Path FOLDER = Path.of(System.getProperty("ledger.written", "target/written"));

    private static final String TABLES = """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_schema in ('ledger', 'projections', 'payments') and table_type = 'BASE TABLE'
            order by 1
            """;

    private Written() {}

    /** Every row of every table, as text. */
    static void tables(JdbcConnectionDetails database) {
        try (Connection connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
            for (String table : tables(connection)) {
                add("tables.txt", rows(connection, table));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the tables can't be read", failed);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static String rows(Connection connection, String table) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table)) {
            while (found.next()) {
                rows.append(table);
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    // Apart: a revision, a space and a date may look like a card's number together.
                    rows.append('|').append(text(found, column));
                }
                rows.append('\n');
            }
        }
        return rows.toString();
    }

    /** JSON is kept as bytes in some columns, and would be hidden from a reader of text as hexadecimal digits. */
    private static String text(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    static void metrics(String scraped) {
        add("metrics.txt", scraped);
    }

    static void problem(Answer answer) {
        if (answer.status() >= 400) {
            add("problems.txt", answer.body() + "\n");
        }
    }

    private static synchronized void add(String file, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

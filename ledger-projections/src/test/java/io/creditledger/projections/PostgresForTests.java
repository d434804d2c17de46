package io.creditledger.projections;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL for all tests of the JVM, and a database of its own for each that asks. */
public final class PostgresForTests {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresForTests() {}

    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();
    }

    private static EmbeddedPostgres start() {
        return start(newDirectory(), 0, true);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("ledger-projections-postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static EmbeddedPostgres start(Path directory, int port, boolean clean) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("data"))
                    .setCleanDataDirectory(clean)
                    .setPort(port)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A PostgreSQL of a test's own, to be stopped and started again. */
    public static final class Restartable implements AutoCloseable {

        private final Path directory = newDirectory();
        private EmbeddedPostgres server = start(directory, 0, false);

        public JdbcConnectionDetails newDatabase() {
            return PostgresForTests.newDatabase(server);
        }

        public void restart() {
            int port = server.getPort();
            stop();
            server = start(directory, port, false);
        }

        private void stop() {
            try {
                server.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            stop();
            FileSystemUtils.deleteRecursively(directory.toFile());
        }
    }

    public static JdbcConnectionDetails newDatabase() {
        return newDatabase(Running.SERVER);
    }

    private static JdbcConnectionDetails newDatabase(EmbeddedPostgres server) {
        String name = "projections_" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Database(server.getJdbcUrl("postgres", name));
    }

    private record Database(String jdbcUrl) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }

        @Override
        public String getJdbcUrl() {
            return jdbcUrl;
        }
    }
}

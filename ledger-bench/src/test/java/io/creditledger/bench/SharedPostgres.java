package io.creditledger.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL of its own, as durable as the ledger asks for, that several processes may use. */
final class SharedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedPostgres server;

    private SharedPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** @param port 0 for any that is free */
    static SharedPostgres start(Path cluster, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        return new SharedPostgres((port == 0 ? builder : builder.setPort(port)).start());
    }

    /** Makes a database that belongs to somebody new. */
    void create(String database, String owner, String password) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + owner + " login password '" + password + "'");
            statement.execute("create database " + database + " owner " + owner);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    int port() {
        return server.getPort();
    }

    /** Makes a process use it. */
    LedgerProcess usedBy(LedgerProcess ledger) {
        return ledger.with("LEDGER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port() + "/postgres")
                .with("LEDGER_DATABASE_USERNAME", "postgres")
                .with("LEDGER_DATABASE_PASSWORD", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

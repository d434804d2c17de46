package io.creditledger.service.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/**
 * A database of a test class's own, in a real PostgreSQL that all classes of a JVM share and that commits as durably as in
 * production. Register it as a static extension; ask it for what the test needs.
 */
public final class PostgresForTests implements AfterAllCallback {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String database = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private @Nullable Credentials credentials;

    /** Address and login of the class's database, for Spring Boot or a pool. */
    public synchronized JdbcConnectionDetails connectionDetails() {
        return credentials();
    }

    private synchronized Credentials credentials() {
        Credentials known = credentials;
        if (known == null) {
            administer("create database " + database + " owner " + EmbeddedPostgresServer.USER);
            known = Server.INSTANCE.credentialsFor(database);
            credentials = known;
        }
        return known;
    }

    /** A pool of connections, closed after the last test of the class. */
    public synchronized HikariDataSource dataSource(int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(credentials().jdbcUrl());
        config.setUsername(credentials().username());
        config.setPassword(credentials().password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** The connections of an event store's writer, set as in production. */
    public synchronized HikariDataSource writerDataSource() {
        HikariDataSource pool = Connections.writer(connectionDetails(), settings());
        pools.add(pool);
        return pool;
    }

    private static DatabaseProperties settings() {
        return new DatabaseProperties(
                null, null, null, 8, Duration.ofSeconds(3), Duration.ofSeconds(60), true, sharedBinaries());
    }

    /** Points an application under test at the database; for a {@code @DynamicPropertySource} method. */
    public void describeTo(DynamicPropertyRegistry registry) {
        registry.add("ledger.database.url", () -> credentials().jdbcUrl());
        registry.add("ledger.database.username", () -> credentials().username());
        registry.add("ledger.database.password", () -> credentials().password());
    }

    /** Deletes everything in the database. */
    public void clear() {
        administer("drop database if exists " + database + " with (force)");
        administer("create database " + database + " owner " + EmbeddedPostgresServer.USER);
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        pools.forEach(HikariDataSource::close);
        if (credentials != null) {
            administer("drop database if exists " + database + " with (force)");
        }
    }

    private static void administer(String sql) {
        try (Connection connection = Server.INSTANCE.administrator().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Started with the first test that needs it, stopped with the JVM. */
    private static final class Server {

        static final EmbeddedPostgresServer INSTANCE = start();

        private static EmbeddedPostgresServer start() {
            Path directory = temporaryDirectory();
            EmbeddedPostgresServer server = EmbeddedPostgresServer.start(directory, sharedBinaries());
            // After the applications that tests left running: without their database they would take half a minute to
            // end.
            SpringApplication.getShutdownHandlers().add(() -> stop(server, directory));
            runAnApplication();
            return server;
        }

        /** Spring calls its handlers only where an application has run, which some classes of tests do not. */
        private static void runAnApplication() {
            SpringApplication application = new SpringApplication(Server.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setBannerMode(Banner.Mode.OFF);
            application.setLogStartupInfo(false);
            application.run().close();
        }

        private static void stop(EmbeddedPostgresServer server, Path directory) {
            server.close();
            deleteRecursively(directory);
        }
    }

    /** Settings under which all tests of this machine unpack PostgreSQL's programs once. */
    static DatabaseProperties.Embedded sharedBinaries() {
        return new DatabaseProperties.Embedded(
                0,
                "128MB",
                Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg").toString());
    }

    static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("ledger-postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void deleteRecursively(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.creditledger.service.platform.postgres;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The embedded PostgreSQL is a home for people's money: it lasts, it is locked, and it comes back after any death. */
class EmbeddedPostgresServerIT {

    private Path directory;

    @BeforeEach
    void createDirectory() {
        directory = PostgresForTests.temporaryDirectory();
    }

    @AfterEach
    void deleteDirectory() {
        PostgresForTests.deleteRecursively(directory);
    }

    @Test
    void keepsItsDataAndNeedsItsPassword() throws Exception {
        try (EmbeddedPostgresServer server = start()) {
            Durability.require(server.connectionDetails());
            execute(server.connectionDetails(), "create table kept as select 42 as answer");
            assertThat(one(server.connectionDetails(), "show data_checksums")).isEqualTo("on");

            Credentials details = (Credentials) server.connectionDetails();
            for (String user : List.of(details.username(), "postgres")) {
                assertThatThrownBy(() -> Connections.open(new Credentials(details.jdbcUrl(), user, "guess")))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
        assertThat(Files.getPosixFilePermissions(directory.resolve(EmbeddedPostgresServer.PASSWORD_FILE)))
                .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        assertThat(Files.getPosixFilePermissions(directory.resolve(EmbeddedPostgresServer.CLUSTER)))
                .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);
        assertThat(Files.readAllLines(directory.resolve("postgres").resolve("pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));

        try (EmbeddedPostgresServer again = start()) {
            assertThat(one(again.connectionDetails(), "select answer from kept"))
                    .isEqualTo("42");
        }
        assertThat(Postmaster.of(directory.resolve("postgres"))).isEmpty();
    }

    @Test
    void takesOverWhatAKilledProcessLeftRunning() throws Exception {
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = killed.inputReader()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> Victim.READY.equals(output.readLine()));
        } finally {
            killed.destroyForcibly().waitFor();
        }
        Path cluster = directory.resolve("postgres");
        long orphan = pid(cluster);
        assertThat(Postmaster.of(cluster)).isPresent();

        try (EmbeddedPostgresServer server = start()) {
            assertThat(one(server.connectionDetails(), "select answer from kept"))
                    .isEqualTo("42");
            assertThat(pid(cluster)).isNotEqualTo(orphan);
            // What nobody reaps stays in the list of processes, but has no program any more.
            assertThat(ProcessHandle.of(orphan)
                            .flatMap(process -> process.info().command()))
                    .isEmpty();
        }
    }

    /** Starts PostgreSQL and waits to be killed. */
    static final class Victim {

        static final String READY = "ready";

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedPostgresServer server =
                    EmbeddedPostgresServer.start(Path.of(arguments[0]), PostgresForTests.sharedBinaries());
            execute(server.connectionDetails(), "create table kept as select 42 as answer");
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (EmbeddedPostgresServer server = start()) {
            assertThat(server.cluster()).exists();
            assertThatThrownBy(this::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another running ledger uses the data directory")
                    .hasMessageContaining("LEDGER_DATA_DIR");
        }
    }

    @Test
    void startsOverAHalfMadeClusterAndAStaleRecord() throws Exception {
        Files.createDirectories(directory.resolve("postgres.new"));
        Files.writeString(directory.resolve("postgres.new").resolve("postgresql.conf"), "half");
        try (EmbeddedPostgresServer server = start()) {
            assertThat(one(server.connectionDetails(), "select 1")).isEqualTo("1");
        }
        assertThat(directory.resolve("postgres.new")).doesNotExist();

        // As after a crash of the machine: the number belongs to another program by now.
        Files.writeString(
                directory.resolve("postgres").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory.resolve("postgres") + "\n");
        try (EmbeddedPostgresServer server = start()) {
            assertThat(one(server.connectionDetails(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhatIsWrongWhenThePasswordIsLost() throws Exception {
        start().close();
        Files.delete(directory.resolve(EmbeddedPostgresServer.PASSWORD_FILE));

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("postgres.password is missing");
    }

    @Test
    void refusesAPostgresThatForgetsCommits() throws Exception {
        // The library's own idea of a PostgreSQL.
        try (EmbeddedPostgres forgetful = EmbeddedPostgres.start()) {
            Credentials details = new Credentials(forgetful.getJdbcUrl("postgres", "postgres"), "postgres", "any");

            assertThatThrownBy(() -> Durability.require(details))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("fsync=off")
                    .hasMessageContaining("ledger.database.durability-check");
        }
        try (EmbeddedPostgresServer server = start()) {
            Credentials details = (Credentials) server.connectionDetails();
            String lax = details.jdbcUrl() + "?options=-c%20synchronous_commit=off";
            assertThatThrownBy(() -> Durability.require(new Credentials(lax, details.username(), details.password())))
                    .hasMessageContaining("synchronous_commit=off");
            String local = details.jdbcUrl() + "?options=-c%20synchronous_commit=local";
            Durability.require(new Credentials(local, details.username(), details.password()));
        }
    }

    private EmbeddedPostgresServer start() {
        return EmbeddedPostgresServer.start(directory, PostgresForTests.sharedBinaries());
    }

    private static long pid(Path cluster) throws IOException {
        return Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip());
    }

    private static void execute(JdbcConnectionDetails details, String sql) throws SQLException {
        try (Connection connection = Connections.open(details);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(JdbcConnectionDetails details, String sql) throws SQLException {
        try (Connection connection = Connections.open(details);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}

package io.creditledger.service.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of this process's own, in the data directory. The library that brings it along is made for tests: it trusts
 * everyone, forgets commits in a crash and throws the data away; all of that is undone here.
 */
final class EmbeddedPostgresServer implements PostgresServer {

    static final String CLUSTER = "postgres";
    static final String PASSWORD_FILE = "postgres.password";
    static final String DATABASE = "ledger";
    static final String USER = "ledger";

    private static final String ADMINISTRATOR = "postgres";
    private static final String UNFINISHED = "postgres.new";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    private final DataDirectoryLock lock;
    private final Path cluster;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedPostgresServer(DataDirectoryLock lock, Path cluster, EmbeddedPostgres postgres, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Starts PostgreSQL on a data directory, which is set up when it is new. One that a killed process left running there is
     * stopped first.
     */
    static EmbeddedPostgresServer start(Path directory, DatabaseProperties.Embedded properties) {
        Path dataDirectory = directory.toAbsolutePath().normalize();
        try {
            createPrivate(dataDirectory);
            DataDirectoryLock lock = DataDirectoryLock.acquire(dataDirectory);
            try {
                return start(dataDirectory, properties, lock);
            } catch (IOException | RuntimeException | Error failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL can't be started in " + dataDirectory, failure);
        }
    }

    private static EmbeddedPostgresServer start(
            Path dataDirectory, DatabaseProperties.Embedded properties, DataDirectoryLock lock) throws IOException {
        Path cluster = dataDirectory.resolve(CLUSTER);
        ClusterPassword password = new ClusterPassword(dataDirectory.resolve(PASSWORD_FILE));
        if (Files.exists(cluster) && !password.exists()) {
            throw new IllegalStateException(
                    password.file() + " is missing: without it nobody can log in to the PostgreSQL in " + cluster);
        }
        if (!password.exists()) {
            password.create();
        }
        Postmaster.stopAnyIn(cluster);
        requireFree(properties.port());
        if (!Files.exists(cluster)) {
            setUp(dataDirectory, properties, password);
        }
        EmbeddedPostgres postgres = launch(cluster, properties, password);
        return new EmbeddedPostgresServer(lock, cluster, postgres, password.read());
    }

    /** Sets a cluster up under another name, so that a crash in the middle is told from the real thing and thrown away. */
    private static void setUp(Path dataDirectory, DatabaseProperties.Embedded properties, ClusterPassword password)
            throws IOException {
        Path unfinished = dataDirectory.resolve(UNFINISHED);
        Postmaster.stopAnyIn(unfinished);
        FileSystemUtils.deleteRecursively(unfinished);
        try (EmbeddedPostgres postgres = launch(unfinished, properties, password)) {
            createDatabase(administrator(postgres), DATABASE, password.read());
        }
        Postmaster.stopAnyIn(unfinished);
        Files.move(unfinished, dataDirectory.resolve(CLUSTER), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(dataDirectory, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void createDatabase(DataSource administrator, String database, String password) {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + USER + " login password '" + password + "'");
            statement.execute("create database " + database + " owner " + USER);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database of the embedded PostgreSQL can't be created", failure);
        }
    }

    private static EmbeddedPostgres launch(
            Path cluster, DatabaseProperties.Embedded properties, ClusterPassword password) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // Its hook would stop PostgreSQL while connections still work.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_TIMEOUT)
                .setPort(properties.port())
                .setOverrideWorkingDirectory(binaries(cluster, properties).toFile())
                .setConnectConfig("password", password.read());
        durably(builder);
        privately(builder, password);
        tuned(builder, properties);
        return builder.start();
    }

    private static Path binaries(Path cluster, DatabaseProperties.Embedded properties) {
        String configured = properties.binaries();
        return configured == null ? cluster.resolveSibling("postgres-binaries") : Path.of(configured);
    }

    /** The library starts PostgreSQL with these off or unset. Data checksums are PostgreSQL's own default. */
    private static void durably(EmbeddedPostgres.Builder builder) {
        builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    /** Options of initdb reach it as options of its locale. Given last, they overrule the trust the library asks for. */
    private static void privately(EmbeddedPostgres.Builder builder, ClusterPassword password) {
        builder.setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", password.file().toString())
                // Not the machine's locale, whose updates would change the order of an index.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    private static void tuned(EmbeddedPostgres.Builder builder, DatabaseProperties.Embedded properties) {
        builder.setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", properties.sharedBuffers())
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("checkpoint_timeout", "15min")
                // Every query here is small: compiling one costs more than running it.
                .setServerConfig("jit", "off")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on");
    }

    private static void createPrivate(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static void requireFree(int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            LoggerFactory.getLogger(EmbeddedPostgresServer.class).debug("Port {} is free", probe.getLocalPort());
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "Port " + port + " of ledger.database.embedded.port is in use by another program", taken);
        }
    }

    private static DataSource administrator(EmbeddedPostgres postgres) {
        return postgres.getDatabase(ADMINISTRATOR, ADMINISTRATOR);
    }

    /** Connections that may do everything. */
    DataSource administrator() {
        return administrator(postgres);
    }

    Path cluster() {
        return cluster;
    }

    Credentials credentialsFor(String database) {
        return new Credentials("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database, USER, password);
    }

    @Override
    public JdbcConnectionDetails connectionDetails() {
        return credentialsFor(DATABASE);
    }

    @Override
    public void close() {
        try (lock) {
            postgres.close();
            // The library waits a few seconds and then forgets about it.
            Postmaster.stopAnyIn(cluster);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL in " + cluster + " can't be stopped", failure);
        }
    }
}

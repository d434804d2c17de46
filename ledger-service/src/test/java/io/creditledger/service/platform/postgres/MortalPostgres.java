package io.creditledger.service.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of a test's own that can be killed and brought back at the same address. */
public final class MortalPostgres implements AutoCloseable {

    private final Path directory = PostgresForTests.temporaryDirectory();
    private final DatabaseProperties settings = new DatabaseProperties(
            null,
            null,
            null,
            8,
            Duration.ofSeconds(3),
            Duration.ofSeconds(60),
            true,
            new DatabaseProperties.Embedded(
                    freePort(), "128MB", PostgresForTests.sharedBinaries().binaries()));
    private EmbeddedPostgresServer server = EmbeddedPostgresServer.start(directory, settings.embedded());

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public HikariDataSource readers() {
        return Connections.readers(server.connectionDetails(), settings);
    }

    public HikariDataSource writers() {
        return Connections.writer(server.connectionDetails(), settings);
    }

    /** Kills all of its processes at once, as a machine that loses power would. */
    public void kill() {
        ProcessHandle postmaster = ProcessHandle.of(postmasterId()).orElseThrow();
        postmaster.children().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
    }

    private long postmasterId() {
        try {
            return Long.parseLong(Files.readAllLines(server.cluster().resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it again after a {@link #kill()}. */
    public void restart() {
        server.close();
        server = EmbeddedPostgresServer.start(directory, settings.embedded());
    }

    @Override
    public void close() {
        server.close();
        PostgresForTests.deleteRecursively(directory);
    }
}

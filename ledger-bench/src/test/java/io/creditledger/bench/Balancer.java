package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** HAProxy in front of two processes, with the file that is made for that. */
final class Balancer implements AutoCloseable {

    private static final Path FILE = Deployment.FOLDER.resolve("haproxy/haproxy.cfg");
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final int port;
    private final Path log;

    private Balancer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Balancer start(Path folder, int north, int south) throws IOException {
        Path program = Path.of(System.getenv().getOrDefault("HAPROXY", "/usr/sbin/haproxy"));
        assertThat(program)
                .as("HAProxy: ./ledger test installs it, HAPROXY says where else it is")
                .isExecutable();
        int port = LedgerProcess.freePort();
        Path log = folder.resolve("balancer.log");
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "-f", FILE.toString());
        builder.environment().put("BALANCER_ADDRESS", "127.0.0.1:" + port);
        builder.environment().put("NORTH_ADDRESS", "127.0.0.1:" + north);
        builder.environment().put("SOUTH_ADDRESS", "127.0.0.1:" + south);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new Balancer(process, port, log);
    }

    int port() {
        return port;
    }

    LedgerClient client() {
        return new LedgerClient(port, LedgerProcess.API_KEY);
    }

    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the balancer ends; its log: %s", log)
                    .isTrue();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package io.creditledger.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** One of several processes of a ledger. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int OK = 200;

    private final Process process;
    private final int port;
    private final String apiKey;

    private Node(Process process, int port, String apiKey) {
        this.process = process;
        this.port = port;
        this.apiKey = apiKey;
    }

    /** With all of the work, and the machine's options that this process was started with; waits until it is ready. */
    static Node start(Path folder, String name, JdbcConnectionDetails database, String apiKey) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xms1g",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.creditledger.LedgerApplication",
                "--server.port=" + port,
                "--ledger.api-key=" + apiKey,
                "--ledger.database.url=" + database.getJdbcUrl(),
                "--ledger.database.username=" + database.getUsername(),
                "--logging.level.root=warn"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LEDGER_DATABASE_PASSWORD", database.getPassword());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        Node node = new Node(process, port, apiKey);
        node.awaitReady();
        return node;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("a node of the ledger did not start");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean isReady() {
        try (HttpConnection connection = connect()) {
            return connection.get("/actuator/health/readiness").status() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpConnection connect() throws IOException {
        return new HttpConnection(port, apiKey);
    }

    void keepTo(Processors processors) throws IOException, InterruptedException {
        processors.keep(process.pid());
    }

    /** As a machine dies. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

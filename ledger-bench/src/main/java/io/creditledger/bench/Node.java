package io.creditledger.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process of a ledger, beside the one of the benchmark. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int OK = 200;
    private static final String RESIDENT = "VmRSS:";
    private static final int KIBI = 1024;

    private final Process process;
    private final int port;
    private final String apiKey;
    private final Duration starting;

    private Node(Process process, int port, String apiKey, Duration starting) {
        this.process = process;
        this.port = port;
        this.apiKey = apiKey;
        this.starting = starting;
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
        return start(builder, folder.resolve(name + ".log"), port, apiKey);
    }

    /**
     * As a person starts it: by the script, all by itself but for what is set, and with nothing to do with the payment provider; waits until
     * it is ready.
     *
     * @param environment what is set for it
     */
    static Node run(Path script, Path folder, Map<String, String> environment, String apiKey) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "run");
        Map<String, String> set = builder.environment();
        set.keySet().removeIf(variable -> variable.startsWith("STRIPE_") || variable.startsWith("LEDGER_DATABASE_"));
        set.put("LEDGER_PORT", Integer.toString(port));
        set.put("LEDGER_API_KEY", apiKey);
        set.put("LEDGER_DATA_DIR", folder.resolve("data").toString());
        set.put("LEDGER_STRIPE_SIMULATOR_PORT", Integer.toString(freePort()));
        set.put("LEDGER_DEMO", "false");
        set.putAll(environment);
        Files.createDirectories(folder);
        return start(builder, folder.resolve("run.log"), port, apiKey);
    }

    private static Node start(ProcessBuilder builder, Path log, int port, String apiKey) throws IOException {
        long begun = System.nanoTime();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        awaitReady(process, port, apiKey);
        return new Node(process, port, apiKey, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process process, int port, String apiKey) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(port, apiKey)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("a process of the ledger did not start");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static boolean isReady(int port, String apiKey) {
        try (HttpConnection connection = new HttpConnection(port, apiKey)) {
            return connection.get("/actuator/health/readiness").status() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** From the moment in which it was started until it was ready. */
    Duration starting() {
        return starting;
    }

    /** What it has of the machine's memory now, in MiB. */
    double residentMebibytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                            .mapToDouble(line -> Double.parseDouble(line.substring(RESIDENT.length())
                                    .replace("kB", "")
                                    .strip()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalStateException("Linux does not say what the process has of memory"))
                    / KIBI;
        }
    }

    /** Until its read models show all that is stored. */
    void awaitCaughtUp() throws IOException {
        await("the read models have caught up", () -> items("/v1/audit/projections", "items")
                .allMatch(model -> model.path("lagEvents").asLong() == 0));
    }

    /** How many parts of read models it moves. */
    long segments() throws IOException {
        return items("/actuator/projections", "groups")
                .mapToLong(group -> group.path("segments").size())
                .sum();
    }

    private Stream<JsonNode> items(String path, String field) throws IOException {
        try (HttpConnection connection = connect()) {
            JsonNode answer = JsonMapper.shared().readTree(connection.get(path).text());
            return StreamSupport.stream(answer.path(field).spliterator(), false);
        }
    }

    /** What is waited for. */
    interface Condition {
        boolean holds() throws IOException;
    }

    static void await(String what, Condition wanted) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not come to this: " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
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

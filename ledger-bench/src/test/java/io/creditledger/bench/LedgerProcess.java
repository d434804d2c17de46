package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The ledger as people run it: the built jar in a process of its own, on one port and one data folder through all its lives. */
final class LedgerProcess implements AutoCloseable {

    static final String API_KEY = "key-of-the-crash-tests";
    static final Duration START = Duration.ofMinutes(2);
    static final Duration STOP = Duration.ofMinutes(1);

    private static final Path TARGET = Path.of(System.getProperty("ledger.target", "target"));

    /** Which of the processes that run tests side by side this is. */
    private static final String FORK = System.getProperty("ledger.fork", "fork-1");

    /** Below those that a system gives to whoever connects: a port must still be free when its process was killed and starts again. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS_OF_A_FORK = 2_000;

    private static final AtomicInteger PORTS_GIVEN =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS_OF_A_FORK));

    /** Where PostgreSQL notes its port. */
    private static final int PORT_LINE = 3;

    private final Path folder;
    private final int port;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String heap = "512m";
    private @Nullable Process process;

    private LedgerProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        environment.put("LEDGER_PORT", Integer.toString(port));
        environment.put("LEDGER_DATA_DIR", folder.resolve("data").toString());
        environment.put("LEDGER_API_KEY", API_KEY);
    }

    /** With an empty data folder of that name; nothing runs yet. */
    static LedgerProcess in(String name) throws IOException {
        return new LedgerProcess(emptyFolder(name), freePort());
    }

    static Path emptyFolder(String name) throws IOException {
        Path folder = TARGET.resolve("crash")
                .resolve(FORK)
                .resolve(name)
                .toAbsolutePath()
                .normalize();
        if (Files.exists(folder)) {
            delete(folder);
        }
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One that nobody was given before, so that several can be named before any of them is used. */
    static int freePort() throws IOException {
        int fork = Integer.parseInt(FORK.substring(FORK.lastIndexOf('-') + 1));
        int first = FIRST_PORT + fork * PORTS_OF_A_FORK;
        for (int tried = 0; tried < 100; tried++) {
            int port = first + PORTS_GIVEN.getAndIncrement() % PORTS_OF_A_FORK;
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (BindException taken) {
                // There are others.
            }
        }
        throw new IllegalStateException("none of 100 ports is free");
    }

    LedgerProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    LedgerProcess without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** The values of the variables that are set for it. */
    Collection<String> environment() {
        return List.copyOf(environment.values());
    }

    /** With so much heap, as Java writes sizes. */
    LedgerProcess withHeap(String size) {
        heap = size;
        return this;
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    LedgerClient client() {
        return new LedgerClient(port, API_KEY);
    }

    /** Starts it without waiting for anything. */
    void launch() throws IOException {
        ProcessBuilder builder = java("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError");
        builder.command().addAll(InstalledLedger.command());
        builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_") || name.startsWith("STRIPE_"));
        builder.environment().putAll(environment);
        process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** What the command line of auditors, which is in the same jar, says of this ledger, and whether it found all in order. */
    record Audited(boolean inOrder, String said) {}

    /** As ./ledger audit does with these words. */
    Audited audit(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = java("-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", jar(), "audit");
        builder.command().addAll(List.of(words));
        builder.environment().put("LEDGER_URL", "http://127.0.0.1:" + port);
        builder.environment().put("LEDGER_API_KEY", API_KEY);
        Process audit = builder.redirectErrorStream(true).start();
        String said = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Audited(audit.waitFor() == 0, said);
    }

    static ProcessBuilder java(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    static String jar() {
        Path jar = Path.of(System.getProperty("ledger.jar", "../ledger-service/target/ledger-service-0.1.0-exec.jar"));
        assertThat(jar).as("the built service: mvn package makes it").exists();
        return jar.toAbsolutePath().normalize().toString();
    }

    /** Its meter of this name, with its labels as they are written. */
    OptionalDouble meter(String name) {
        return meters(name + " ").mapToDouble(LedgerProcess::value).findFirst();
    }

    /** The lines of its meters that begin so. */
    Stream<String> meters(String beginning) {
        try {
            return client().get("/actuator/prometheus").body().lines().filter(line -> line.startsWith(beginning));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a line of a meter says. */
    static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    void awaitReady() {
        LedgerClient client = client();
        Awaitility.await("the ledger is ready; its log: " + log())
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the ledger ended", () -> !isAlive())
                .until(client::isReady);
    }

    void start() throws IOException {
        launch();
        awaitReady();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As the kernel would for want of memory: no goodbye. */
    void kill() {
        Process running = running();
        running.destroyForcibly();
        assertThat(endsInTime(running)).isTrue();
    }

    /** Without dying, as in a pause of its machine; until it goes on. */
    void standStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process signal = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(running().pid()))
                .inheritIO()
                .start();
        assertThat(signal.waitFor()).as("how kill ended").isZero();
    }

    /** SIGTERM; true when it ended by itself in time. */
    boolean terminate() {
        Process running = running();
        running.destroy();
        return endsInTime(running);
    }

    private static boolean endsInTime(Process running) {
        try {
            return running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("nothing was started");
        }
        return process;
    }

    /** The PostgreSQL of its data folder, if one runs. */
    Optional<ProcessHandle> postgres() throws IOException {
        return postmaster(folder.resolve("data").resolve("postgres"));
    }

    /** The database of the PostgreSQL of its data folder, past the ledger. */
    Connection database() throws IOException, SQLException {
        Path data = folder.resolve("data");
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        String password = Files.readString(data.resolve("postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/ledger", "ledger", password);
    }

    static Optional<ProcessHandle> postmaster(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(LedgerProcess::runs);
    }

    /** An ended process that nobody has waited for is alive to Java, but has no program any more. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    Path log() {
        return folder.resolve("ledger.log");
    }

    String logged() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    @Override
    public void close() throws IOException {
        if (isAlive() && !terminate()) {
            kill();
        }
        // A killed ledger leaves its PostgreSQL behind, and so may a test that failed half-way.
        postgres().ifPresent(ProcessHandle::destroy);
    }
}

package io.creditledger.service.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running PostgreSQL of a cluster directory, known by the file that it writes there. It outlives a killed parent. */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 50;

    private final ProcessHandle process;
    private final Path pidFile;

    private Postmaster(ProcessHandle process, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    /** The PostgreSQL that runs in a cluster directory, if one does. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path pidFile = pidFile(cluster);
        return recordedProcess(pidFile)
                .filter(process -> serves(process, cluster))
                .map(process -> new Postmaster(process, pidFile));
    }

    /** Stops what runs in a cluster directory, and takes away a stale record that would keep a new one from starting. */
    static void stopAnyIn(Path cluster) throws IOException {
        Optional<Postmaster> running = of(cluster);
        if (running.isPresent()) {
            log.info("Stopping the PostgreSQL that still runs in {}", cluster);
            running.get().stop();
        } else if (recordedProcess(pidFile(cluster)).isPresent()) {
            // After a crash of the machine its number belongs to some other program. PostgreSQL would take that for
            // itself.
            Files.delete(pidFile(cluster));
        }
    }

    private static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static Optional<ProcessHandle> recordedProcess(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        String command = process.info().command().orElse("");
        if (!Path.of(command).endsWith("postgres")) {
            return false;
        }
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            // PostgreSQL works inside its cluster directory.
            return !Files.exists(workingDirectory)
                    || workingDirectory.toRealPath().equals(cluster.toRealPath());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "Can't tell whether process " + process.pid() + " serves " + cluster, unreadable);
        }
    }

    /** Stops it, cleanly if it lets itself be: connections are cut, what is committed stays. */
    void stop() throws IOException {
        signal("INT");
        if (!awaitEnd()) {
            log.warn("PostgreSQL did not stop within {}; it is made to, and recovers at its next start", PATIENCE);
            signal("QUIT");
            if (!awaitEnd()) {
                throw new IllegalStateException("PostgreSQL, process " + process.pid() + ", does not stop");
            }
        }
    }

    private void signal(String name) throws IOException {
        // The kill that every shell has built in: small images have no program of that name.
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start();
    }

    private boolean awaitEnd() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // The file is looked at too: as a zombie that nobody reaps, an ended process seems alive.
        while (process.isAlive() && Files.exists(pidFile)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}

package io.creditledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of the processors a ledger has used, its PostgreSQL included. Unlike a clock's, this time is much the same on a machine that
 * is busy with other things. Looked at often, because a connection takes what it used with it when it ends.
 */
final class ProcessorTime {

    private final Path folder;
    private final Map<Long, Duration> before = new HashMap<>();
    private final Map<Long, Duration> latest = new HashMap<>();

    /** @param folder of the ledger, which its PostgreSQL names on its command line */
    ProcessorTime(Path folder) {
        this.folder = folder;
        look();
        before.putAll(latest);
    }

    void look() {
        note(ProcessHandle.current());
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .forEach(postgres -> {
                    note(postgres);
                    postgres.children().forEach(this::note);
                });
    }

    private void note(ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(used -> latest.put(process.pid(), used));
    }

    Duration used() {
        look();
        return latest.entrySet().stream()
                .map(process -> process.getValue().minus(before.getOrDefault(process.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What this process alone has used. */
    Duration usedHere() {
        look();
        long here = ProcessHandle.current().pid();
        return latest.getOrDefault(here, Duration.ZERO).minus(before.getOrDefault(here, Duration.ZERO));
    }
}

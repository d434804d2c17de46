package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The last step of a build: looks through everything that the ledger wrote down while it was tested, at level TRACE. That is
 *
 * <ul>
 *   <li>the log of all tests of the service, with the tables, metrics and problems of its integration tests,
 *   <li>what the real processes of this module said, and what the purchase tests of it logged at TRACE,
 *   <li>the reports of the tests, with what they and the code under test wrote to the console.
 * </ul>
 *
 * <p>Not looked through are the answers to those who buy, whose client secret they need and who asked with their key; the PostgreSQL
 * of the real processes, whose tables are those of the service's tests; and the simulator's own reports: it is given card numbers, as
 * Stripe is, and is no part of what is run with real money. What the simulator and the clients of the tests log in the service's
 * process is not told apart: it must be clean as well.
 *
 * <p>By its name it is in no other run of tests: Maven runs it after all of them.
 */
class NothingSecretIsWritten {

    private static final Path SERVICE = Pages.REPOSITORY.resolve("ledger-service/target");
    private static final Path WRITTEN = SERVICE.resolve("written");
    private static final Path PROJECTIONS = Pages.REPOSITORY.resolve("ledger-projections/target");
    private static final Path PROCESSES = Pages.REPOSITORY.resolve("ledger-bench/target/crash");

    @Test
    void nowhereInWhatTheTestsLeftBehind() throws IOException {
        Findings findings = new Findings(values());
        for (Path file : files()) {
            findings.lookThrough(file);
        }

        assertThat(findings.found()).as("secrets or card numbers").isEmpty();
    }

    /** What the tests used that looks like nothing in particular. */
    private static List<String> values() throws IOException {
        List<String> values = new ArrayList<>(List.of(LedgerProcess.API_KEY));
        for (Path password : below(PROCESSES, "postgres.password")) {
            values.add(Files.readString(password).strip());
        }
        return values;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        files.addAll(below(WRITTEN, ""));
        files.addAll(below(PROCESSES, ".log"));
        for (Path target : List.of(SERVICE, PROJECTIONS, Pages.REPOSITORY.resolve("ledger-bench/target"))) {
            files.addAll(below(target.resolve("surefire-reports"), ""));
            files.addAll(below(target.resolve("failsafe-reports"), ""));
        }
        return files;
    }

    private static List<Path> below(Path folder, String end) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .toList();
        }
    }
}

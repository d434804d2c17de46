package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./ledger} starts, and how: a Java of the test's tells what it was given. */
class ScriptTest {

    private static final long PATIENCE_SECONDS = 30;

    /** Linux's numbers of its classes, as the 41st word of what it tells about a process. */
    private static final String OF_EVERY_PROGRAM = "class 0";

    private static final String OF_THE_BATCH_CLASS = "class 3";

    /** Takes a jar apart as Java does, and says how it was started when it is to start anything else. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            set -euo pipefail
            if [ "$1" = -Djarmode=tools ]; then
                while [ "$1" != --destination ]; do shift; done
                mkdir -p -- "$2"
                exit
            fi
            echo "class $(cut -d ' ' -f 41 "/proc/$$/stat")"
            echo "options $*"
            """;

    private final Path folder;

    ScriptTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void lookBuilt() throws IOException {
        Files.copy(Pages.REPOSITORY.resolve("ledger"), folder.resolve("ledger"));
        write("jdk/release", "JAVA_VERSION=\"25\"\n");
        program("jdk/bin/java", JAVA);
        program("jdk/bin/javac", JAVA);
        write("ledger-service/target/ledger-service-0-exec.jar", "");
        write("stripe-simulator/target/stripe-simulator-0-exec.jar", "");
        write("ledger-bench/target/ledger-bench-0.jar", "");
        write("ledger-bench/target/classpath", "others.jar");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void program(String name, String content) throws IOException {
        Files.setPosixFilePermissions(write(name, content), PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @CsvSource({"run,", "run,false", "run,yes", "bench,", "bench,false"})
    void startsALedgerAsEveryProgramUnlessAskedToDoOtherwise(String command, @Nullable String batchClass)
            throws Exception {
        assertThat(started(command, batchClass == null ? Map.of() : Map.of("LEDGER_BATCH_CLASS", batchClass)))
                .contains(OF_EVERY_PROGRAM);
    }

    @ParameterizedTest
    @CsvSource({"run", "bench"})
    void startsALedgerInTheBatchClassForThoseWhoAskForIt(String command) throws Exception {
        assertThat(started(command, Map.of("LEDGER_BATCH_CLASS", "true"))).contains(OF_THE_BATCH_CLASS);
    }

    @Test
    void startsALedgerAllTheSameWhereNobodyMayChooseAClass() throws Exception {
        program("refusing/chrt", "#!/usr/bin/env bash\nexit 1\n");
        String path = folder.resolve("refusing") + ":" + System.getenv("PATH");

        assertThat(started("run", Map.of("LEDGER_BATCH_CLASS", "true", "PATH", path)))
                .contains(OF_EVERY_PROGRAM);
    }

    @Test
    void letsTheOptionsOfItsOwnerWin() throws Exception {
        String options = started("run", Map.of("LEDGER_JAVA_OPTIONS", "-Xmx4g -XX:+UseZGC"))
                .getLast();

        assertThat(options).contains(" -Xmx1g ");
        assertThat(options).containsPattern(" -Xmx4g -XX:\\+UseZGC -jar \\S+/ledger-service-0-exec\\.jar$");
    }

    /** What the Java told that the script became. */
    private List<String> started(String command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", folder.resolve("ledger").toString(), command);
        builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        // So that it needs no stand-in for Stripe.
        builder.environment().put("STRIPE_SECRET_KEY", "none");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        List<String> lines = output.lines().toList();
        assertThat(lines).as("it starts one program, and says nothing else").hasSize(2);
        return lines;
    }
}

package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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

    /**
     * Takes a jar apart as Java does; rehearses a start as it does, leaving a program behind, unless it is told that it can't, and notes what
     * it was given for it; and says how it was started when it is to start anything else.
     */
    private static final String JAVA = """
            #!/usr/bin/env bash
            set -euo pipefail
            if [ "$1" = -Djarmode=tools ]; then
                while [ "$1" != --destination ]; do shift; done
                mkdir -p -- "$2"
                exit
            fi
            for option; do
                if [[ $option == -XX:AOTCacheOutput=* ]]; then
                    { echo "rehearsal $*"; env; } >>"${0%/*}/rehearsals"
                    mkdir -p -- "$LEDGER_DATA_DIR/postgres"
                    env --default-signal=QUIT sleep 600 &
                    echo "$!" | tee "${0%/*}/left" >"$LEDGER_DATA_DIR/postgres/postmaster.pid"
                    [ ! -f "${0%/*}/unable" ] || { echo "unable to keep a start"; exit 1; }
                    echo kept >"${option#*=}"
                    exit
                fi
            done
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

    @Test
    void keepsWhatAStartDoesForTheOnesThatFollow() throws Exception {
        String first = started("run", Map.of()).getLast();
        assertThat(said()).containsOnlyOnce("preparing faster starts");
        String second = started("run", Map.of()).getLast();

        Path cache = folder.resolve("ledger-service/target/installed/start.aot");
        assertThat(first).isEqualTo(second).contains(" -XX:AOTCache=" + cache + " ");
        assertThat(cache).exists();
        assertThat(said()).isEmpty();
        assertThat(rehearsals()).hasSize(1).first().asString().contains(" -Dspring.context.exit=onRefresh ");
    }

    @Test
    void keepsItWithTheOptionsThatItStartsWith() throws Exception {
        String options = started("run", Map.of()).getLast();

        String shared = options.substring(options.indexOf(" -X"), options.indexOf(" -XX:+UnlockDiagnosticVMOptions"));
        assertThat(shared).contains("-XX:+UseCompactObjectHeaders");
        assertThat(rehearsals()).singleElement().asString().contains(shared + " -XX:AOTCacheOutput=");
    }

    @Test
    void keepsItAnewForAnotherBuild() throws Exception {
        started("run", Map.of());
        Path built = folder.resolve("ledger-service/target/ledger-service-0-exec.jar");
        Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(60)));
        started("run", Map.of());

        assertThat(rehearsals()).hasSize(2);
    }

    @Test
    void keepsItAnewForAnotherJava() throws Exception {
        started("run", Map.of());
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        started("run", Map.of());

        assertThat(rehearsals()).hasSize(2);
    }

    @Test
    void comesNearNobodysDataWhenItKeepsAStart() throws Exception {
        Path theirs = folder.resolve("theirs");
        started(
                "run",
                Map.of(
                        "LEDGER_DATA_DIR", theirs.toString(),
                        "LEDGER_DATABASE_URL", "jdbc:postgresql://127.0.0.1/theirs",
                        "LEDGER_JAVA_OPTIONS", "-Dledger.data-dir=" + theirs,
                        "AXON_AXONSERVER_TOKEN", "theirs",
                        "SPRING_APPLICATION_JSON", "{\"theirs\": 1}"));

        String given = Files.readString(folder.resolve("jdk/bin/rehearsals"));
        assertThat(given).doesNotContain("theirs").contains("LEDGER_DATA_DIR=", "LEDGER_PORT=0");
    }

    @Test
    void leavesNothingOfAStartThatItKept() throws Exception {
        started("run", Map.of());

        long left =
                Long.parseLong(Files.readString(folder.resolve("jdk/bin/left")).strip());
        Awaitility.await("what the start left is stopped")
                .until(() -> ProcessHandle.of(left).filter(LedgerProcess::runs).isEmpty());
        try (Stream<Path> files = Files.list(folder.resolve("ledger-service/target/installed"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("complete", "start.aot", "cached-for", "rehearsal.log");
        }
    }

    @Test
    void startsAllTheSameWhereAStartCannotBeKept() throws Exception {
        write("jdk/bin/unable", "");

        assertThat(started("run", Map.of()).getLast()).doesNotContain("AOTCache");
        assertThat(said()).contains("could not be kept", "rehearsal.log says why");
        assertThat(Files.readString(folder.resolve("ledger-service/target/installed/rehearsal.log")))
                .contains("unable to keep a start");
        assertThat(started("run", Map.of()).getLast()).doesNotContain("AOTCache");
        assertThat(said()).isEmpty();
        assertThat(rehearsals()).hasSize(1);
    }

    @Test
    void rehearsesNowhereElseWhereThereIsNoFolderForIt() throws Exception {
        program("refusing/mktemp", "#!/usr/bin/env bash\nexit 1\n");
        String path = folder.resolve("refusing") + ":" + System.getenv("PATH");

        assertThat(started("run", Map.of("PATH", path)).getLast()).doesNotContain("AOTCache");
        assertThat(said()).contains("could not be kept");
        assertThat(folder.resolve("jdk/bin/rehearsals")).doesNotExist();
    }

    /** How Java was started each time that a start was rehearsed. */
    private List<String> rehearsals() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("jdk/bin/rehearsals"))) {
            return lines.filter(line -> line.startsWith("rehearsal ")).toList();
        }
    }

    /** What the script said to whoever called it last. */
    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
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
        Process process = builder.redirectError(folder.resolve("said").toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said()).isZero();
        List<String> lines = output.lines().toList();
        assertThat(lines).as("it starts one program, which says two things").hasSize(2);
        return lines;
    }
}

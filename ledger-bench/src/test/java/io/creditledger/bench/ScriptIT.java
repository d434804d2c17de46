package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** {@code ./ledger run} with the real Java and what the build has made. */
class ScriptIT {

    /** With it, Java ends where it can't use what was kept, instead of starting as if there were nothing. */
    private static final String OR_END = "-XX:AOTMode=on";

    @Test
    void startsWithWhatAnEarlierStartKept() throws Exception {
        Path folder = LedgerProcess.emptyFolder("script");
        Files.copy(Pages.REPOSITORY.resolve("ledger"), folder.resolve("ledger"));
        link(folder, "ledger-service");
        link(folder, "stripe-simulator");
        int port = LedgerProcess.freePort();
        ProcessBuilder builder =
                new ProcessBuilder("bash", folder.resolve("ledger").toString(), "run");
        builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_") || name.startsWith("STRIPE_"));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "LEDGER_PORT", Integer.toString(port),
                        "LEDGER_STRIPE_SIMULATOR_PORT", Integer.toString(LedgerProcess.freePort()),
                        "LEDGER_API_KEY", LedgerProcess.API_KEY,
                        "LEDGER_DATA_DIR", folder.resolve("data").toString(),
                        "LEDGER_JAVA_OPTIONS", OR_END));
        Path log = folder.resolve("ledger.log");
        Process ledger =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            LedgerClient client = new LedgerClient(port, LedgerProcess.API_KEY);
            Awaitility.await("the ledger is ready; its log: " + log)
                    .atMost(LedgerProcess.START)
                    .failFast("the ledger ended", () -> !ledger.isAlive())
                    .until(client::isReady);
        } finally {
            ledger.destroy();
            assertThat(ledger.waitFor(LedgerProcess.STOP.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
        try (Stream<Path> files = Files.list(folder.resolve("ledger-service/target/installed"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("start.aot")
                    .noneMatch(name -> name.startsWith("rehearsal.") && !name.equals("rehearsal.log"));
        }
        assertThat(Files.readString(log)).doesNotContain("could not be kept", "[warning]");
    }

    /** What the build has made of a module, where the script looks for it. */
    private static void link(Path folder, String module) throws IOException {
        Path target = Files.createDirectories(folder.resolve(module).resolve("target"));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(
                Pages.REPOSITORY.resolve(module).resolve("target").toAbsolutePath(), module + "-*-exec.jar")) {
            List<Path> built = new ArrayList<>();
            jars.forEach(built::add);
            assertThat(built).as("mvn package makes it").isNotEmpty();
            for (Path jar : built) {
                Files.createSymbolicLink(target.resolve(jar.getFileName()), jar);
            }
        }
    }
}

package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The built service taken apart into a folder, with a cache of what Java does at each start of it: a third of the time that a start
 * takes otherwise, and tests start it a hundred times. Made anew with each build.
 */
final class InstalledLedger {

    /** It lives for seconds, beside others on few cores: what would make it fast later makes it slow to start. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED");

    private static final List<String> COMMAND = install();

    private InstalledLedger() {}

    /** What starts it, after the options of Java that the cache doesn't depend on. */
    static List<String> command() {
        return COMMAND;
    }

    private static List<String> install() {
        try {
            Path folder = LedgerProcess.emptyFolder("installed");
            run(folder, "-Djarmode=tools", "-jar", LedgerProcess.jar(), "extract", "--destination", "service");
            Path jar = folder.resolve("service")
                    .resolve(Path.of(LedgerProcess.jar()).getFileName());
            Path cache = folder.resolve("cache");
            List<String> training = new ArrayList<>(OPTIONS);
            training.addAll(
                    List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh", "-jar", jar.toString()));
            run(folder, training.toArray(String[]::new));
            // A start that ends itself before it is over has nobody left to stop it.
            LedgerProcess.postmaster(folder.resolve("data").resolve("postgres")).ifPresent(ProcessHandle::destroy);
            List<String> command = new ArrayList<>(OPTIONS);
            command.addAll(List.of("-XX:AOTCache=" + cache, "-jar", jar.toString()));
            return List.copyOf(command);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("the service can't be installed", failed);
        }
    }

    private static void run(Path folder, String... words) throws IOException, InterruptedException {
        Path log = folder.resolve("install.log");
        ProcessBuilder builder = LedgerProcess.java(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_") || name.startsWith("STRIPE_"));
        builder.environment().put("LEDGER_PORT", "0");
        builder.environment().put("LEDGER_API_KEY", LedgerProcess.API_KEY);
        builder.environment().put("LEDGER_DATA_DIR", folder.resolve("data").toString());
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        assertThat(process.waitFor()).as("its log is " + log).isZero();
    }
}

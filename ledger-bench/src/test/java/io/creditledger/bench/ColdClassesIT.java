package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.LedgerApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** A ledger that has just started is asked for many things at once, for each of which it has to load classes first. */
class ColdClassesIT {

    @Test
    void theFirstRequestsDoNotWaitForEachOtherForEver() throws Exception {
        assertThat(run("true", "60")).endsWith("rounds ended\n");
    }

    /** What the service provides for is what makes the difference, and this test can tell. */
    @Test
    void theyWouldWithAsManyCarriersAsProcessors() throws Exception {
        assertThat(run("false", "10")).endsWith("did not end\n");
    }

    private static String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ActiveProcessorCount=2",
                "-cp",
                String.join(
                        System.getProperty("path.separator"),
                        LedgerProcess.jar(),
                        placeOf(ColdClasses.class),
                        placeOf(Logger.class),
                        placeOf(LedgerApplication.class)),
                ColdClasses.class.getName(),
                LedgerProcess.jar()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String placeOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }
}

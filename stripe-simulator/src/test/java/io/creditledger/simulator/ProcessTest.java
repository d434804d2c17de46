package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The simulator as a process of its own. */
class ProcessTest {

    @Test
    void saysWhereItIsAndEndsWithTheProcessThatItServes() throws IOException {
        int port = freePort();
        Process served = new ProcessBuilder("sleep", "600").start();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StripeSimulator.class.getName());
        builder.environment().put("LEDGER_STRIPE_SIMULATOR_PORT", Integer.toString(port));
        builder.environment().put("STRIPE_SIMULATOR_PARENT_PID", Long.toString(served.pid()));
        Process simulator = builder.start();
        try (BufferedReader output = simulator.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine())
                    .isEqualTo("Stripe simulator on http://localhost:" + port + " (no real money moves)");

            served.destroy();

            await().atMost(Duration.ofSeconds(30)).until(() -> !simulator.isAlive());
        } finally {
            served.destroy();
            simulator.destroy();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void saysWhatIsWrongAndEnds() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StripeSimulator.class.getName());
        builder.environment().put("LEDGER_STRIPE_SIMULATOR_PORT", "any");

        Process simulator = builder.start();

        assertThat(simulator.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(simulator.exitValue()).isEqualTo(1);
        assertThat(simulator.errorReader(StandardCharsets.UTF_8).readLine()).contains("LEDGER_STRIPE_SIMULATOR_PORT");
    }
}

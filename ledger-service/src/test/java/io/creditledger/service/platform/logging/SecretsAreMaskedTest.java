package io.creditledger.service.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever an operator configures: what is logged through the real configuration into a real file. */
class SecretsAreMaskedTest {

    private static final String PASSWORD = "canary of the database, ünusual";

    /** Nothing but logging. */
    static class Nothing {}

    @ParameterizedTest
    @ValueSource(strings = {"", "ecs", "logstash"})
    void noSecretIsInTheLog(String structure, @TempDir Path folder) throws IOException {
        String logged = logged(structure, folder);

        assertThat(logged)
                .contains("Grüße", "***", "IllegalStateException")
                .doesNotContain("sk_test_canary", "4242424242424242", "canary of the database", "clk_canary");
    }

    @Test
    void noSecretIsInTheLogOfASecondApplicationOfTheSameProcess(@TempDir Path folder) throws IOException {
        logged("", folder);
        assertThat(logged("", folder)).contains("***").doesNotContain("sk_test_canary");
    }

    private static String logged(String structure, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "ledger", ".log");
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(
                "--spring.main.banner-mode=off",
                "--logging.file.name=" + file,
                "--logging.threshold.console=off",
                "--logging.structured.format.file=" + structure,
                "--ledger.database.password=" + PASSWORD)) {
            assertThat(context.isRunning()).isTrue();
            LoggerFactory.getLogger("io.creditledger.canary")
                    .warn(
                            "Grüße {} {}",
                            "sk_test_canary",
                            PASSWORD,
                            new IllegalStateException(
                                    "card 4242 4242 4242 4242",
                                    new IllegalStateException("4242424242424242 clk_canary-canary")));
        }
        return Files.readString(file);
    }
}

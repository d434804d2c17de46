package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void hasDefaultsForAll() {
        Environment environment = new Environment(Map.of());

        assertThat(environment.settings().port()).isEqualTo(12111);
        assertThat(environment.settings().webhookUrl()).isNull();
        assertThat(environment.settings().dataDirectory()).isNull();
        assertThat(environment.parent()).isNull();
    }

    @Test
    void readsWhatIsGiven() {
        Environment environment = new Environment(Map.of(
                "LEDGER_STRIPE_SIMULATOR_PORT", "1234",
                "STRIPE_SIMULATOR_SECRET_KEY", "sk",
                "STRIPE_SIMULATOR_PUBLISHABLE_KEY", "pk",
                "STRIPE_SIMULATOR_WEBHOOK_URL", "http://localhost:8080/v1/stripe/webhook",
                "STRIPE_SIMULATOR_WEBHOOK_SECRET", "whsec_a,whsec_b",
                "STRIPE_SIMULATOR_DATA_DIR", "data",
                "STRIPE_SIMULATOR_PARENT_PID", "77"));

        Settings settings = environment.settings();

        assertThat(settings.port()).isEqualTo(1234);
        assertThat(settings.secretKey()).isEqualTo("sk");
        assertThat(settings.publishableKey()).isEqualTo("pk");
        assertThat(settings.webhookUrl()).isEqualTo(URI.create("http://localhost:8080/v1/stripe/webhook"));
        assertThat(settings.webhookSecrets()).isEqualTo(List.of("whsec_a", "whsec_b"));
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("data"));
        assertThat(environment.parent()).isEqualTo(77);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new Environment(Map.of("LEDGER_STRIPE_SIMULATOR_PORT", "x")).settings())
                .hasMessageContaining("LEDGER_STRIPE_SIMULATOR_PORT");
        assertThatThrownBy(() -> new Environment(Map.of("STRIPE_SIMULATOR_WEBHOOK_URL", "http://localhost")).settings())
                .hasMessageContaining("STRIPE_SIMULATOR_WEBHOOK_SECRET");
    }
}

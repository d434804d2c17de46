package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.stripe.Stripe;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StripeSafeguardsTest {

    @Test
    void theLibrarySpeaksTheVersionThatTheLedgerWasWrittenFor() {
        assertThat(Stripe.API_VERSION).isEqualTo(StripeSafeguards.API_VERSION);
        assertThat(StripeSafeguards.TRAIN).isEqualTo(".dahlia");
        assertThat(StripeProperties.SCRIPT_ADDRESS).contains("/dahlia/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            sk_live_1 | pk_live_1 | -                      | false | production
            rk_live_1 | pk_live_1 | https://api.stripe.com/| false | production
            rk_live_1 | -         | -                      | false | development
            sk_test_1 | pk_test_1 | -                      | false | development
            sk_test_1 | pk_test_1 | http://localhost:12111 | true  | development
            """)
    void starts(String secret, @Nullable String publishable, @Nullable String base, boolean simulator, String profile) {
        StripeSafeguards.check(properties(secret, publishable, base, simulator), profile.equals("production"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            sk_test_1 | pk_test_1 | http://localhost:12111 | true  | production  | the Stripe simulator is not for production
            sk_live_1 | pk_live_1 | -                      | true  | production  | a live key goes to Stripe alone
            sk_live_1 | pk_live_1 | https://example.com    | false | development | a live key goes to Stripe alone
            sk_test_1 | pk_test_1 | https://example.com    | false | production  | production pays at Stripe itself
            sk_test_1 | pk_test_1 | -                      | false | production  | production needs a live key
            rk_test_1 | -         | -                      | false | production  | production needs a live key
            pk_live_1 | pk_live_1 | -                      | false | development | STRIPE_SECRET_KEY is no secret key
            nonsense  | -         | -                      | false | development | STRIPE_SECRET_KEY is no secret key
            sk_test_1 | sk_test_1 | -                      | false | development | STRIPE_PUBLISHABLE_KEY is no publishable key
            sk_live_1 | pk_test_1 | -                      | false | development | are not both live or both test keys
            """)
    void doesNotStart(
            String secret,
            @Nullable String publishable,
            @Nullable String base,
            boolean simulator,
            String profile,
            String reason) {
        assertThatThrownBy(() -> StripeSafeguards.check(
                        properties(secret, publishable, base, simulator), profile.equals("production")))
                .hasMessageContaining(reason)
                .hasMessageNotContaining(secret + " ");
    }

    @Test
    void theSimulatorIsSaidToBeOneWithoutAWarning() {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(StripeSafeguards.class);
        said.start();
        logger.addAppender(said);
        try {
            StripeSafeguards.check(properties("sk_test_1", "pk_test_1", "http://localhost:12111", true), false);
        } finally {
            logger.detachAppender(said);
        }

        assertThat(said.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.INFO);
            assertThat(event.getFormattedMessage()).contains("no real money moves");
        });
    }

    @Test
    void oneVariableHoldsTwoSecrets() {
        StripeProperties properties =
                bind(Map.of("webhook-secrets", " whsec_1 , whsec_2,", "secret-key", "sk_test_1 "));

        assertThat(properties.webhookSecrets()).containsExactly("whsec_1", "whsec_2");
        assertThat(properties.secretKey()).isEqualTo("sk_test_1");
        assertThat(bind(Map.of("webhook-secrets", "")).webhookSecrets()).isEmpty();
    }

    @Test
    void noSecretIsEverPrinted() {
        String printed = bind(Map.of(
                        "secret-key", "sk_test_hidden",
                        "publishable-key", "pk_test_hidden",
                        "webhook-secrets", "whsec_hidden"))
                .toString();

        assertThat(printed).doesNotContain("hidden");
    }

    private static StripeProperties properties(
            String secret, @Nullable String publishable, @Nullable String base, boolean simulator) {
        Map<String, String> values = new HashMap<>();
        values.put("secret-key", secret);
        values.put("publishable-key", publishable == null ? "" : publishable);
        values.put("api-base", base == null ? "" : base);
        values.put("simulator", Boolean.toString(simulator));
        values.put("webhook-secrets", "whsec_1");
        return bind(values);
    }

    private static StripeProperties bind(Map<String, String> values) {
        Map<String, String> named = new HashMap<>();
        values.forEach((name, value) -> named.put("ledger.stripe." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("ledger.stripe", StripeProperties.class);
    }
}

package io.creditledger.service.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.service.purchase.BrowserPayments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser may load, word for word. */
class ContentSecurityPolicyTest {

    @Test
    void letsNothingInButOurOwnWithoutAPaymentProvider() {
        assertThat(ContentSecurityPolicy.of(null, List.of()))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
                        + "img-src 'self' data:; connect-src 'self'; frame-src 'none'; form-action 'self'; "
                        + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void letsTheSimulatorInWhereThereIsOne() {
        BrowserPayments payments = new BrowserPayments("pk_test_1", "http://localhost:12111/stripe.js", true);

        assertThat(ContentSecurityPolicy.of(payments, List.of()))
                .isEqualTo("default-src 'none'; script-src 'self' http://localhost:12111; style-src 'self'; "
                        + "font-src 'self'; img-src 'self' data:; connect-src 'self' http://localhost:12111; "
                        + "frame-src http://localhost:12111; form-action 'self'; base-uri 'none'; "
                        + "object-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void letsStripeInAsItAsksFor() {
        BrowserPayments payments = new BrowserPayments("pk_live_1", "https://js.stripe.com/dahlia/stripe.js", false);

        assertThat(ContentSecurityPolicy.of(payments, List.of()))
                .isEqualTo("default-src 'none'; script-src 'self' https://js.stripe.com https://*.js.stripe.com; "
                        + "style-src 'self'; font-src 'self'; img-src 'self' data: https://*.stripe.com; "
                        + "connect-src 'self' https://api.stripe.com; "
                        + "frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com; "
                        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void letsTheConfiguredSitesShowUsInAFrame() {
        assertThat(ContentSecurityPolicy.of(null, List.of("https://a.example", "https://*.b.example")))
                .endsWith("; frame-ancestors https://a.example https://*.b.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https://a.example/",
                "https://a.example; script-src *",
                "a.example",
                "null",
                "javascript:x"
            })
    void takesNothingForAnOriginThatIsNone(String origin) {
        assertThatThrownBy(() -> new BrowserProperties(List.of(origin), List.of()))
                .hasMessageContaining("ledger.browser.frame-ancestors");
        assertThatThrownBy(() -> new BrowserProperties(List.of(), List.of(origin)))
                .hasMessageContaining("ledger.browser.allowed-origins");
    }

    @Test
    void letsNoWildcardUseTheInterface() {
        assertThatThrownBy(() -> new BrowserProperties(List.of(), List.of("https://*.b.example")))
                .hasMessageContaining("ledger.browser.allowed-origins");
    }
}

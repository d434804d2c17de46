package io.creditledger.service.purchase.stripe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;

/** The contract with Stripe itself in test mode, or with whatever STRIPE_API_BASE names, where somebody has a key. */
class StripeTestModeGatewayIT extends PaymentGatewayContract {

    @BeforeAll
    static void needAKey() {
        assumeTrue(key().matches("(sk|rk)_test_.+"), "STRIPE_SECRET_KEY is no test key: not run against Stripe itself");
    }

    private static String key() {
        return Objects.requireNonNullElse(System.getenv("STRIPE_SECRET_KEY"), "");
    }

    @Override
    StripeProperties properties() {
        return properties(key(), System.getenv("STRIPE_API_BASE"), Duration.ofSeconds(20));
    }
}

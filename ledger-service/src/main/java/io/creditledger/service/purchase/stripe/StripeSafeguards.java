package io.creditledger.service.purchase.stripe;

import com.stripe.Stripe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be right before anything is asked of Stripe. Each is a reason not to start. */
final class StripeSafeguards {

    private static final Logger log = LoggerFactory.getLogger(StripeSafeguards.class);

    /** The version that this code was written and tested against; the library brings it. */
    static final String API_VERSION = "2026-07-29.dahlia";

    /** What of a version decides which shapes objects have. */
    static final String TRAIN = API_VERSION.substring(API_VERSION.indexOf('.'));

    private StripeSafeguards() {}

    static void check(StripeProperties properties, boolean production) {
        require(
                Stripe.API_VERSION.equals(API_VERSION),
                "the Stripe library speaks " + Stripe.API_VERSION + ", the ledger " + API_VERSION);
        checkKeys(properties);
        if (production) {
            checkProduction(properties);
        }
        if (properties.simulator()) {
            log.info("Payments go to the Stripe simulator: no real money moves");
        } else if (properties.webhookSecrets().isEmpty()) {
            log.warn("STRIPE_WEBHOOK_SECRET is not set: every webhook is refused, news come by asking alone");
        }
    }

    private static void checkKeys(StripeProperties properties) {
        require(
                properties.secretKey().matches("(sk|rk)_(live|test)_.+"),
                "STRIPE_SECRET_KEY is no secret key: one begins with sk_live_, rk_live_, sk_test_ or rk_test_");
        require(
                properties.publishableKey().isEmpty()
                        || properties.publishableKey().startsWith("pk_"),
                "STRIPE_PUBLISHABLE_KEY is no publishable key: one begins with pk_");
        require(
                properties.publishableKey().isEmpty()
                        || StripeProperties.isLive(properties.publishableKey()) == properties.isLive(),
                "STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY are not both live or both test keys");
        require(
                !properties.isLive() || properties.isAtStripe(),
                "a live key goes to Stripe alone, never to the simulator or to another STRIPE_API_BASE");
    }

    private static void checkProduction(StripeProperties properties) {
        require(!properties.simulator(), "the Stripe simulator is not for production: unset LEDGER_STRIPE_SIMULATOR");
        require(properties.isAtStripe(), "production pays at Stripe itself: unset STRIPE_API_BASE");
        require(
                properties.scriptAddress().startsWith("https://js.stripe.com/"),
                "production takes Stripe.js from https://js.stripe.com: unset STRIPE_SCRIPT_ADDRESS");
        require(properties.isLive(), "production needs a live key: STRIPE_SECRET_KEY is one for tests");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new UnsafeStripeException("Stripe: " + otherwise);
        }
    }
}

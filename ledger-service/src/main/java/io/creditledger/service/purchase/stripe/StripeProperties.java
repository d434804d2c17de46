package io.creditledger.service.purchase.stripe;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Stripe, and how patient to be with it.
 *
 * @param secretKey of the server, {@code sk_...} or, restricted, {@code rk_...}; without one nothing of Stripe starts
 * @param publishableKey of browsers
 * @param webhookSecrets what deliveries may be signed with; two while one replaces the other
 * @param apiBase where Stripe's API is, if elsewhere than at Stripe's own
 * @param scriptAddress of Stripe.js
 * @param simulator whether Stripe is played by the simulator
 * @param environment which installation of the ledger this is: several may share an account at Stripe
 * @param connectTimeout of a call
 * @param readTimeout of a call: whether it took effect is unknown then
 * @param retries of a call that failed in passing
 * @param retryWithin no retry begins later than that after the call: customers wait
 * @param pollEvents how often Stripe's list of events is read
 * @param inboxAtATime news that are looked into at the same time
 */
@ConfigurationProperties("ledger.stripe")
record StripeProperties(
        @DefaultValue("") String secretKey,
        @DefaultValue("") String publishableKey,
        @DefaultValue List<String> webhookSecrets,
        @Nullable String apiBase,
        @DefaultValue(StripeProperties.SCRIPT_ADDRESS) String scriptAddress,
        @DefaultValue("false") boolean simulator,
        @DefaultValue("default") String environment,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("2") int retries,
        @DefaultValue("7s") Duration retryWithin,
        @DefaultValue("30s") Duration pollEvents,
        @DefaultValue("16") int inboxAtATime) {

    static final String SCRIPT_ADDRESS = "https://js.stripe.com/dahlia/stripe.js";
    static final String API_BASE = "https://api.stripe.com";

    StripeProperties {
        secretKey = secretKey.strip();
        publishableKey = publishableKey.strip();
        webhookSecrets = webhookSecrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        apiBase = apiBase == null || apiBase.isBlank() ? null : withoutSlash(apiBase.strip());
        scriptAddress = scriptAddress.isBlank() ? SCRIPT_ADDRESS : scriptAddress.strip();
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    boolean isLive() {
        return isLive(secretKey);
    }

    static boolean isLive(String key) {
        return key.matches("(sk|rk|pk)_live_.*");
    }

    /** Whether calls go to Stripe and not to something that plays it. */
    boolean isAtStripe() {
        return !simulator && (apiBase == null || apiBase.equals(API_BASE));
    }

    /** Without keys and secrets: a log would keep them. */
    @Override
    public String toString() {
        return "StripeProperties[live=" + isLive() + ", webhookSecrets=" + webhookSecrets.size() + ", apiBase="
                + apiBase + ", simulator=" + simulator + ", environment=" + environment + "]";
    }
}

package io.creditledger.service.platform.security;

import io.creditledger.service.purchase.BrowserPayments;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser may load and where it may send something, for every page: what is ours, and what Stripe's script needs. While
 * Stripe is simulated it is the simulator instead, and without a payment provider neither.
 */
final class ContentSecurityPolicy {

    private static final List<String> STRIPE_SCRIPTS = List.of("https://js.stripe.com", "https://*.js.stripe.com");

    private ContentSecurityPolicy() {}

    /**
     * The value of the header.
     *
     * @param frameAncestors the origins whose pages may show ours in a frame
     */
    static String of(@Nullable BrowserPayments payments, List<String> frameAncestors) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'" + sources(scripts(payments)),
                "style-src 'self'",
                "font-src 'self'",
                "img-src 'self' data:" + sources(images(payments)),
                "connect-src 'self'" + sources(connections(payments)),
                "frame-src" + orNone(frames(payments)),
                "form-action 'self'",
                "base-uri 'none'",
                "object-src 'none'",
                "frame-ancestors" + orNone(frameAncestors));
    }

    private static List<String> scripts(@Nullable BrowserPayments payments) {
        return payments == null ? List.of() : payments.simulated() ? simulator(payments) : STRIPE_SCRIPTS;
    }

    private static List<String> images(@Nullable BrowserPayments payments) {
        return payments == null || payments.simulated() ? List.of() : List.of("https://*.stripe.com");
    }

    private static List<String> connections(@Nullable BrowserPayments payments) {
        return payments == null
                ? List.of()
                : payments.simulated() ? simulator(payments) : List.of("https://api.stripe.com");
    }

    private static List<String> frames(@Nullable BrowserPayments payments) {
        return payments == null
                ? List.of()
                : payments.simulated()
                        ? simulator(payments)
                        : List.of("https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com");
    }

    private static List<String> simulator(BrowserPayments payments) {
        URI script = URI.create(payments.scriptAddress());
        return List.of(script.getScheme() + "://" + script.getAuthority());
    }

    private static String sources(List<String> origins) {
        return origins.isEmpty() ? "" : " " + String.join(" ", origins);
    }

    private static String orNone(List<String> origins) {
        return origins.isEmpty() ? " 'none'" : sources(origins);
    }
}

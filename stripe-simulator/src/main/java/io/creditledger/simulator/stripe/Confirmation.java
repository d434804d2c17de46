package io.creditledger.simulator.stripe;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How an intent is to be confirmed. */
record Confirmation(
        boolean customerPresent,
        boolean errorOnAction,
        @Nullable String returnUrl,
        boolean inStripeScript) {

    /** Of a payment by the server, which alone can say that the customer is absent. */
    static Confirmation ofPayment(Parameters parameters, boolean fromBrowser) {
        boolean offSession = !fromBrowser && parameters.isTrue("off_session");
        boolean errorOnAction = !fromBrowser && parameters.isTrue("error_on_requires_action");
        return new Confirmation(
                !offSession, errorOnAction, returnUrl(parameters), parameters.isTrue("use_stripe_sdk") || fromBrowser);
    }

    static Confirmation ofSetup(Parameters parameters, boolean fromBrowser) {
        return new Confirmation(true, false, returnUrl(parameters), parameters.isTrue("use_stripe_sdk") || fromBrowser);
    }

    private static @Nullable String returnUrl(Parameters parameters) {
        String url = parameters.text("return_url");
        if (url != null && !isAbsolute(url)) {
            throw StripeFailure.invalid("url_invalid", "return_url", "Not a valid URL");
        }
        return url;
    }

    private static boolean isAbsolute(String url) {
        try {
            URI uri = URI.create(url);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Refuses what has a meaning only while an intent is confirmed. */
    static void refuseWithoutConfirm(Parameters parameters, boolean confirm, String... names) {
        for (String name : names) {
            if (!confirm && parameters.has(name)) {
                throw StripeFailure.invalid(
                        null, name, "You can only provide `" + name + "` when `confirm` is `true`.");
            }
        }
    }
}

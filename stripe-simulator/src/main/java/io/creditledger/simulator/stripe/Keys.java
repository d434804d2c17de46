package io.creditledger.simulator.stripe;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Who may call: the server with the secret key, a browser with the publishable one. */
final class Keys {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final String secret;
    private final String publishable;

    Keys(String secret, String publishable) {
        this.secret = secret;
        this.publishable = publishable;
    }

    /** Whether the caller is a browser; refuses who has no key of this account. */
    boolean isBrowser(@Nullable String authorization) {
        String key = keyIn(authorization);
        if (key == null || key.isEmpty()) {
            throw StripeFailure.unauthenticated(
                    null,
                    "You did not provide an API key. You need to provide your API key in the Authorization header,"
                            + " using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (!key.equals(secret) && !key.equals(publishable)) {
            throw StripeFailure.unauthenticated(null, "Invalid API Key provided: " + masked(key));
        }
        return key.equals(publishable);
    }

    private static @Nullable String keyIn(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        if (authorization.startsWith(BEARER)) {
            return authorization.substring(BEARER.length()).strip();
        }
        return authorization.startsWith(BASIC) ? userIn(authorization.substring(BASIC.length())) : null;
    }

    private static @Nullable String userIn(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return decoded.split(":", 2)[0];
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String masked(String key) {
        int shown = Math.min(4, key.length() / 2);
        return "*".repeat(8) + key.substring(key.length() - shown);
    }
}

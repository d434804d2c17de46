package io.creditledger.service.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.ResponseCookie;

/**
 * The cookie in which a browser keeps a session of the dashboard. No script can read it, and no other site makes the browser
 * send it. Against what slips through, a request that changes something says the session's second word, which only pages of our
 * own can learn.
 */
public final class SessionCookie {

    public static final String NAME = "ledger_session";

    /** The header for the session's second word. */
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private SessionCookie() {}

    /**
     * Gives a browser its session.
     *
     * @param secure whether the browser came by TLS; it will then send the cookie by no other way
     */
    public static ResponseCookie of(String token, Duration validFor, boolean secure) {
        return ResponseCookie.from(NAME, token)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .maxAge(validFor)
                .build();
    }

    /** The token that a request of a session shows, in its header or its cookie. */
    public static String tokenOf(HttpServletRequest request) {
        return ShownSecrets.of(request).orElseThrow();
    }

    /** Takes it away. */
    public static ResponseCookie gone(boolean secure) {
        return of("", Duration.ZERO, secure);
    }

    /** The second word of a session. It follows from the token, which does not follow from it. */
    public static String csrfTokenOf(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("dashboard csrf " + token).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}

package io.creditledger.service.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The second words of sessions. They are not stored: each follows from its session. */
final class CsrfTokens implements CsrfTokenRepository {

    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Whether a browser may have been made to send this. */
    static boolean areNeededFor(HttpServletRequest request) {
        return !CHANGE_NOTHING.contains(request.getMethod())
                && ShownSecrets.inCookie(request).isPresent();
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return new DefaultCsrfToken(
                SessionCookie.CSRF_HEADER,
                "_csrf",
                SessionCookie.csrfTokenOf(ShownSecrets.inCookie(request).orElse("")));
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // It follows from the session.
    }

    /** Looks for it in the header alone: an address ends in logs, and a form is what other sites can send. */
    static final class InHeader extends CsrfTokenRequestAttributeHandler {

        @Override
        public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken expected) {
            return request.getHeader(expected.getHeaderName());
        }
    }
}

package io.creditledger.service.platform.security;

import io.creditledger.service.access.DashboardSessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.web.util.WebUtils;

/**
 * What a request shows of its sender: the header, or else the cookie, in which nothing but a session of the dashboard counts.
 * Never the address, which ends in logs.
 */
final class ShownSecrets implements AuthenticationConverter {

    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable AbstractAuthenticationToken convert(HttpServletRequest request) {
        return of(request).map(secret -> shown(secret, request)).orElse(null);
    }

    private static AbstractAuthenticationToken shown(String secret, HttpServletRequest request) {
        BearerTokenAuthenticationToken shown = new BearerTokenAuthenticationToken(secret);
        shown.setDetails(request.getRemoteAddr());
        return shown;
    }

    static Optional<String> of(HttpServletRequest request) {
        return inHeader(request).or(() -> inCookie(request));
    }

    private static Optional<String> inHeader(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip()).filter(secret -> !secret.isEmpty())
                : Optional.empty();
    }

    /** The session in the cookie, if the request is not from somebody who shows something else. */
    static Optional<String> inCookie(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return Optional.empty();
        }
        Cookie cookie = WebUtils.getCookie(request, SessionCookie.NAME);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(DashboardSessions::isToken);
    }
}

package io.creditledger.service.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in without the key, except where none is needed. */
@Component
@Order(FilterOrder.API_KEY)
class ApiKeyFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN_PATHS =
            Set.of("/v1/config", "/v1/packages", "/v1/stripe/webhook", "/v3/api-docs", "/docs", "/actuator/health");
    private static final List<String> OPEN_FOLDERS = List.of("/v3/api-docs/", "/docs/", "/actuator/health/");
    private static final String SCHEME = "Bearer ";
    private static final Principal ADMIN = () -> "admin";

    private final ApiKeys keys;

    ApiKeyFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (hasValidKey(authorization)) {
            chain.doFilter(new AdminRequest(request), response);
        } else if (isOpen(request)) {
            chain.doFilter(request, response);
        } else {
            ProblemWriter.write(unauthenticated(authorization), response);
        }
    }

    private boolean hasValidKey(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && keys.isValid(authorization.substring(SCHEME.length()).strip());
    }

    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getServletPath();
        // A path that is written in an unusual way may mean one thing to Tomcat and another to Spring: it is never
        // open.
        return path.equals(request.getRequestURI())
                && (OPEN_PATHS.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith));
    }

    private static Problem unauthenticated(@Nullable String authorization) {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                authorization == null
                        ? "the header Authorization: Bearer with the key is required"
                        : "the key in the header Authorization is not valid");
    }

    /** A request of somebody known, to whom the health endpoint tells details. */
    private static final class AdminRequest extends HttpServletRequestWrapper {

        AdminRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return ADMIN;
        }
    }
}

package io.creditledger.service.platform.security;

import io.creditledger.service.platform.http.DashboardPages;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What everybody may ask for: pages, what a shop shows in its window, and news that is signed. */
final class OpenPaths {

    private static final String[] PATTERNS = {
        "/v1/config",
        "/v1/packages",
        "/v1/stripe/webhook",
        // Whoever only asks whether the ledger is there need not have a valid key, even if it shows one.
        "/actuator/health/{probe}",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/docs",
        "/docs/**",
        "/error"
    };

    private OpenPaths() {}

    static RequestMatcher matcher() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Stream.concat(Arrays.stream(PATTERNS), DashboardPages.patterns().stream())
                .<RequestMatcher>map(paths::matcher)
                .toList());
    }
}

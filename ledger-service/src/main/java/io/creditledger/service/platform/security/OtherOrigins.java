package io.creditledger.service.platform.security;

import io.creditledger.service.platform.http.HttpProperties;
import io.creditledger.service.platform.http.LedgerHeaders;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.ProblemWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Which scripts of other sites may use the HTTP interface: those of the configured origins, with a token and never by cookie. */
final class OtherOrigins {

    private static final Duration PREFLIGHT = Duration.ofHours(1);

    private final List<String> origins;

    /** Our own pages are no strangers, even where a proxy hides from us how the browser came. */
    OtherOrigins(BrowserProperties browser, HttpProperties http) {
        this.origins = browser.allowedOrigins().isEmpty()
                ? List.of()
                : Stream.concat(browser.allowedOrigins().stream(), http.publicOrigin().stream())
                        .toList();
    }

    /** Nothing if no origin is allowed: without the headers that it writes, browsers keep scripts of other sites off. */
    Optional<CorsFilter> filter() {
        return origins.isEmpty() ? Optional.empty() : Optional.of(filter(origins));
    }

    private static CorsFilter filter(List<String> allowedOrigins) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(allowedOrigins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, LedgerHeaders.IDEMPOTENCY_KEY, "Last-Event-ID"));
        allowed.setExposedHeaders(List.of(
                LedgerHeaders.REPLAYED,
                LedgerHeaders.REVISION,
                LedgerHeaders.AS_OF,
                LedgerHeaders.RATE_LIMIT_POLICY,
                LedgerHeaders.RATE_LIMIT,
                HttpHeaders.RETRY_AFTER));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(PREFLIGHT);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/v1/**", allowed);
        CorsFilter filter = new CorsFilter(source);
        filter.setCorsProcessor(refusingWithProblems());
        return filter;
    }

    private static CorsProcessor refusingWithProblems() {
        return new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(ServerHttpResponse response) throws IOException {
                ProblemWriter.write(
                        Problem.of(ProblemType.FORBIDDEN, "scripts of this origin may not use the ledger"),
                        ((ServletServerHttpResponse) response).getServletResponse());
            }
        };
    }
}

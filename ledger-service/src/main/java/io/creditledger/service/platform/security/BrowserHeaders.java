package io.creditledger.service.platform.security;

import io.creditledger.service.platform.http.LedgerHeaders;
import io.creditledger.service.purchase.BrowserPayments;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** What every answer tells a browser: to load nothing but what we know, to guess nothing, and to let no other site in. */
final class BrowserHeaders {

    private static final Duration STRICT_TRANSPORT = Duration.ofDays(365);
    private static final Duration PREFLIGHT = Duration.ofHours(1);

    private final BrowserProperties properties;
    private final String contentSecurityPolicy;

    BrowserHeaders(BrowserProperties properties, @Nullable BrowserPayments payments) {
        this.properties = properties;
        this.contentSecurityPolicy = ContentSecurityPolicy.of(payments, properties.frameAncestors());
    }

    HttpSecurity addTo(HttpSecurity http) {
        http.headers(headers -> {
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy));
            headers.httpStrictTransportSecurity(transport ->
                    transport.maxAgeInSeconds(STRICT_TRANSPORT.toSeconds()).includeSubDomains(false));
            headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN));
            headers.permissionsPolicyHeader(
                    permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=*, usb=()"));
            headers.xssProtection(HeadersConfigurer.XXssConfig::disable);
            // Operations say themselves what may be kept, and pages are not secret.
            headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
            frames(headers);
        });
        cors(http);
        return http;
    }

    /** The older header can't name origins; a browser that knows the newer one ignores it anyway. */
    private void frames(HeadersConfigurer<HttpSecurity> headers) {
        if (properties.frameAncestors().isEmpty()) {
            headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
        } else {
            headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
        }
    }

    private void cors(HttpSecurity http) {
        if (properties.allowedOrigins().isEmpty()) {
            http.cors(AbstractHttpConfigurer::disable);
            return;
        }
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(properties.allowedOrigins());
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, LedgerHeaders.IDEMPOTENCY_KEY, "Last-Event-ID"));
        allowed.setExposedHeaders(
                List.of(LedgerHeaders.REPLAYED, LedgerHeaders.REVISION, LedgerHeaders.AS_OF, HttpHeaders.RETRY_AFTER));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(PREFLIGHT);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/v1/**", allowed);
        http.cors(cors -> cors.configurationSource(source));
    }
}

package io.creditledger.service.platform.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What other sites may do with ours in a browser: nothing, unless it is said here.
 *
 * @param frameAncestors origins whose pages may show ours in a frame, as in https://platform.example
 * @param allowedOrigins origins whose scripts may use the HTTP interface, with a token and never by cookie
 */
@ConfigurationProperties("ledger.browser")
record BrowserProperties(
        @DefaultValue List<String> frameAncestors,
        @DefaultValue List<String> allowedOrigins) {}

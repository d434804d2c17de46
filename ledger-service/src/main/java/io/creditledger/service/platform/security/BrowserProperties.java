package io.creditledger.service.platform.security;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What other sites may do with ours in a browser: nothing, unless it is said here.
 *
 * @param frameAncestors origins whose pages may show ours in a frame, as in https://platform.example; all hosts of a domain as
 *     in https://*.platform.example
 * @param allowedOrigins origins whose scripts may use the HTTP interface, with a token and never by cookie
 */
@ConfigurationProperties("ledger.browser")
record BrowserProperties(
        @DefaultValue List<String> frameAncestors,
        @DefaultValue List<String> allowedOrigins) {

    private static final String HOST_AND_PORT = "[A-Za-z0-9.-]+(:\\d{1,5})?";
    private static final Pattern ORIGIN = Pattern.compile("https?://" + HOST_AND_PORT);
    private static final Pattern ORIGINS = Pattern.compile("https?://(\\*\\.)?" + HOST_AND_PORT);

    BrowserProperties {
        require("frame-ancestors", frameAncestors, ORIGINS);
        require("allowed-origins", allowedOrigins, ORIGIN);
    }

    /** Not that somebody lets all sites in with a star. */
    private static void require(String setting, List<String> origins, Pattern form) {
        for (String origin : origins) {
            if (!form.matcher(origin).matches()) {
                throw new IllegalArgumentException("ledger.browser." + setting + ": " + origin
                        + " is no origin: one is as in https://platform.example, without a path");
            }
        }
    }
}

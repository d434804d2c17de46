package io.creditledger.service.platform.security;

import io.creditledger.service.purchase.BrowserPayments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * What every answer tells a browser: to load nothing but what we know, to guess nothing, and to let no other site in. What may be
 * kept is said by the operations themselves.
 */
final class BrowserHeaders implements HeaderWriter {

    private static final Duration STRICT_TRANSPORT = Duration.ofDays(365);

    private final List<HeaderWriter> headers;

    BrowserHeaders(BrowserProperties properties, @Nullable BrowserPayments payments) {
        List<HeaderWriter> all = new ArrayList<>(List.of(
                new ContentSecurityPolicyHeaderWriter(ContentSecurityPolicy.of(payments, properties.frameAncestors())),
                // Says nothing to whoever did not come by TLS.
                new HstsHeaderWriter(STRICT_TRANSPORT.toSeconds(), false),
                new XContentTypeOptionsHeaderWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN),
                new PermissionsPolicyHeaderWriter("camera=(), geolocation=(), microphone=(), payment=*, usb=()")));
        if (properties.frameAncestors().isEmpty()) {
            // The older header can't name origins; a browser that knows the newer one ignores it anyway.
            all.add(new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY));
        }
        this.headers = List.copyOf(all);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        headers.forEach(header -> header.writeHeaders(request, response));
    }
}

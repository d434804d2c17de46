package io.creditledger.service.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id that its answer and its lines of the log bear: the caller's own, if it sends one that can be read, or the
 * id of its trace. What was sent and is nothing of the kind is passed over: a request is not refused for how its sender counts.
 */
@Component
@Order(FilterOrder.CORRELATION)
class CorrelationFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-Id";

    /** What the lines of the log call it. */
    static final String LOGGED = "correlationId";

    private static final Pattern READABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request.getHeader(HEADER), request.getHeader("traceparent"));
        response.setHeader(HEADER, id);
        MDC.put(LOGGED, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOGGED);
        }
    }

    private static String idOf(@Nullable String sent, @Nullable String trace) {
        if (sent != null && READABLE.matcher(sent).matches()) {
            return sent;
        }
        if (trace != null && TRACE.matcher(trace).matches()) {
            return trace.substring(3, 35);
        }
        // Only to tell one from another: it opens nothing, so it need not be hard to guess.
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}

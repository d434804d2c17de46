package io.creditledger.service.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request that says twice what can be meant once: we and a proxy before us might each believe another. */
@Component
@Order(FilterOrder.SINGLE_HEADERS)
class SingleHeadersFilter extends OncePerRequestFilter {

    private static final List<String> SINGLE =
            List.of(HttpHeaders.AUTHORIZATION, LedgerHeaders.IDEMPOTENCY_KEY, HttpHeaders.CONTENT_TYPE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (String name : SINGLE) {
            if (isRepeated(request, name)) {
                ProblemWriter.write(Problem.invalid(name, "must be given once"), response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isRepeated(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return false;
        }
        values.nextElement();
        return values.hasMoreElements();
    }
}

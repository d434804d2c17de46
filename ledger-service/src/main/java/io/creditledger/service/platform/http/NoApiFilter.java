package io.creditledger.service.platform.http;

import io.creditledger.service.platform.roles.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** In a process that answers no requests, all that is left of HTTP is what those ask who look after it. */
@Component
@ConditionalOnBooleanProperty(name = Role.HTTP_PROPERTY, havingValue = false)
@Order(FilterOrder.NO_API)
class NoApiFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith(AdmissionFilter.OPERATIONS_PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProblemWriter.write(
                Problem.of(ProblemType.NOT_FOUND, "this process of the ledger answers no requests"), response);
    }
}

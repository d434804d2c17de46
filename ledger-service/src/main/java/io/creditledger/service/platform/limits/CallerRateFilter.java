package io.creditledger.service.platform.limits;

import io.creditledger.service.access.Caller;
import io.creditledger.service.platform.http.FilterOrder;
import io.creditledger.service.platform.http.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns callers away who ask too often, before anything is done for them. */
@Component
@Order(FilterOrder.CALLER_RATE)
class CallerRateFilter extends OncePerRequestFilter {

    /** Where the request's caller stands, for those who look at it later. */
    static final String STANDING = CallerRateFilter.class.getName();

    private final RequestRates rates;

    CallerRateFilter(RequestRates rates) {
        this.rates = rates;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Standing standing = authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? rates.ofCaller(caller)
                : Standing.UNLIMITED;
        standing.tell(response);
        if (standing.isAdmitted()) {
            request.setAttribute(STANDING, standing);
            chain.doFilter(request, response);
        } else {
            ProblemWriter.write(standing.problem(), response);
        }
    }
}

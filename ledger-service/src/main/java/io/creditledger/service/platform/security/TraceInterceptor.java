package io.creditledger.service.platform.security;

import io.creditledger.service.access.AccessTrail;
import io.creditledger.service.access.AccessUnavailableException;
import io.creditledger.service.access.Caller;
import io.creditledger.service.platform.http.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Has it recorded that somebody looks at evidence, before anything is shown. What can't be recorded is not shown. */
final class TraceInterceptor implements HandlerInterceptor {

    private static final String ACCESS_ID = TraceInterceptor.class.getName();
    private static final int MAX_LENGTH = 200;

    private final AccessTrail trail;

    TraceInterceptor(AccessTrail trail) {
        this.trail = trail;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // An answer that goes on in another thread comes by here twice.
        if (handler instanceof HandlerMethod operation && request.getAttribute(ACCESS_ID) == null) {
            CallerAuthentication.current().ifPresent(caller -> begin(operation, caller, request));
        }
        return true;
    }

    private void begin(HandlerMethod operation, Caller caller, HttpServletRequest request) {
        LeavesTrace trace = operation.getMethodAnnotation(LeavesTrace.class);
        if (trace == null || (trace.exceptOfCustomers() && caller.kind() == Caller.Kind.SESSION)) {
            return;
        }
        try {
            long accessId =
                    trail.begin(caller.actor(), nameOf(operation), accountOf(request), parametersOf(trace, request));
            request.setAttribute(ACCESS_ID, accessId);
        } catch (AccessUnavailableException unavailable) {
            throw Problem.unavailable("who looks at this can't be recorded at the moment")
                    .asException();
        }
    }

    private static String nameOf(HandlerMethod operation) {
        Operation documented = operation.getMethodAnnotation(Operation.class);
        return documented == null ? operation.getMethod().getName() : documented.operationId();
    }

    private static @Nullable String accountOf(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("accountId") instanceof String account
                ? text(account)
                : null;
    }

    private static Map<String, String> parametersOf(LeavesTrace trace, HttpServletRequest request) {
        Map<String, String> parameters = new TreeMap<>();
        for (String name : trace.parameters()) {
            String value = request.getParameter(name);
            if (value != null) {
                parameters.put(name, text(value));
            }
        }
        return parameters;
    }

    /** As long as an id or a moment may be, and without the one character that PostgreSQL has no place for. */
    private static String text(String given) {
        String whole = given.replace('\0', ' ');
        return whole.length() <= MAX_LENGTH ? whole : whole.substring(0, MAX_LENGTH);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        // An answer that broke off has a status as well, but nobody knows how much of it went out.
        if (request.getAttribute(ACCESS_ID) instanceof Long accessId && failure == null) {
            trail.end(accessId, response.getStatus());
        }
    }
}

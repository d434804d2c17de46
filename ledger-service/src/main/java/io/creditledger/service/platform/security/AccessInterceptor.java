package io.creditledger.service.platform.security;

import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.service.access.Caller;
import io.creditledger.service.access.Reach;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.Rejections;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request pass to its operation if its caller has what the operation needs, before anything of it is read. */
final class AccessInterceptor implements HandlerInterceptor {

    private static final String OUR_PACKAGES = "io.creditledger.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation && isOurs(operation)) {
            check(operation, request);
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod operation) {
        return operation.getBeanType().getName().startsWith(OUR_PACKAGES)
                && !ErrorController.class.isAssignableFrom(operation.getBeanType());
    }

    private static void check(HandlerMethod operation, HttpServletRequest request) {
        if (operation.hasMethodAnnotation(NeedsNoKey.class)) {
            return;
        }
        Needs needs = operation.getMethodAnnotation(Needs.class);
        Caller caller = CallerAuthentication.current().orElse(null);
        if (needs == null || caller == null) {
            throw forbidden("nobody has said who may do this").asException();
        }
        requireReach(caller, accountOf(request));
        requireScope(caller, needs);
    }

    /** First, so that what a caller may not do says nothing about an account that is not there for it. */
    private static void requireReach(Caller caller, @Nullable String account) {
        if (account != null && !caller.reach().covers(account)) {
            throw Rejections.problemOf(new AccountNotFound(account)).asException();
        }
    }

    private static void requireScope(Caller caller, Needs needs) {
        List<Scope> sufficient = List.of(needs.value());
        if (!sufficient.isEmpty() && sufficient.stream().noneMatch(caller::may)) {
            throw forbidden("this needs the scope "
                            + String.join(
                                    " or ",
                                    Arrays.stream(needs.value())
                                            .map(Scope::word)
                                            .toList()))
                    .asException();
        }
        if (needs.everyAccount() && !(caller.reach() instanceof Reach.Everything)) {
            throw forbidden("this concerns all accounts, and not all are there for this key or token")
                    .asException();
        }
    }

    private static Problem forbidden(String detail) {
        return Problem.of(ProblemType.FORBIDDEN, detail);
    }

    private static @Nullable String accountOf(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("accountId") instanceof String account
                ? account
                : null;
    }
}

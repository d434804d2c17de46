package io.creditledger.service.platform.limits;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.platform.http.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Turns requests away that are about an account of which too much is asked. Comes after it is known that the caller may ask. */
final class AccountRateInterceptor implements HandlerInterceptor {

    private final RequestRates rates;

    AccountRateInterceptor(RequestRates rates) {
        this.rates = rates;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String account = accountOf(request);
        if (account == null) {
            return true;
        }
        Standing standing = rates.ofAccount(account);
        if (!standing.isAdmitted()) {
            standing.tell(response);
            ProblemWriter.write(standing.problem(), response);
        } else if (request.getAttribute(CallerRateFilter.STANDING) instanceof Standing caller
                && standing.isNearerToItsEndThan(caller)) {
            standing.tell(response);
        }
        return standing.isAdmitted();
    }

    /** What is no account's id is refused later, and not remembered here. */
    private static @Nullable String accountOf(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("accountId") instanceof String account
                        && AccountId.isValid(account)
                ? account
                : null;
    }
}

package io.creditledger.service.platform.security;

import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.ProblemWriter;
import io.creditledger.service.platform.security.WaryAuthentication.TooManyFailuresException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

/** Says no, in the ledger's words, where Spring Security does it. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static void unknown(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyFailuresException tooMany) {
            ProblemWriter.write(tooMany.standing().problem(), response);
        } else if (failure instanceof AuthenticationServiceException) {
            LOG.warn("A caller could not be looked up: {}", failure.getMessage());
            ProblemWriter.write(Problem.unavailable("who sends this can't be found out at the moment"), response);
        } else {
            ProblemWriter.write(unauthenticated(request), response);
        }
    }

    private static Problem unauthenticated(HttpServletRequest request) {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        ? "the header Authorization: Bearer with a key or token is required"
                        : "the key or token in the header Authorization is not valid");
    }

    static void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        ProblemWriter.write(
                failure instanceof CsrfException
                        ? Problem.of(
                                ProblemType.FORBIDDEN,
                                "a change by cookie needs the session's csrfToken in the header "
                                        + SessionCookie.CSRF_HEADER)
                        : Problem.of(ProblemType.FORBIDDEN, "this is not for every caller"),
                response);
    }

    static void malformed(HttpServletRequest request, HttpServletResponse response, RuntimeException rejected)
            throws IOException {
        LOG.debug("A request was refused before it was read: {}", rejected.toString());
        ProblemWriter.write(Problem.invalid("request", "is not written in the usual way"), response);
    }
}

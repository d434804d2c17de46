package io.creditledger.service.platform.http;

import io.axoniq.axonserver.connector.AxonServerException;
import io.creditledger.api.LedgerRejection;
import io.creditledger.api.Refused;
import io.creditledger.api.account.queries.QueryRejection;
import io.creditledger.service.purchase.PaymentProviderException;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.AxonException;
import org.axonframework.messaging.HandlerExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What a failed command or query is called over HTTP: a refusal by its name, a failure of what we stand on as 503. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Long enough for a payment provider that is overloaded, and short enough for a person who waits. */
    public static final int PROVIDER_RETRY_SECONDS = 2;

    private Failures() {}

    public static Problem problemOf(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        if (cause instanceof PaymentProviderException provider) {
            return problemOf(provider);
        }
        Optional<Object> details = HandlerExecutionException.resolveDetails(cause);
        return switch (details.orElse(null)) {
            case Refused(LedgerRejection rejection, boolean replayed) ->
                replayed ? Rejections.problemOf(rejection).asReplayed() : Rejections.problemOf(rejection);
            case LedgerRejection rejection -> Rejections.problemOf(rejection);
            case QueryRejection rejection -> Rejections.problemOf(rejection);
            case null, default -> problemOfFault(cause);
        };
    }

    private static Problem problemOf(PaymentProviderException failure) {
        LOG.warn("The payment provider did not play its part: {}", failure.toString());
        return switch (failure) {
            case PaymentProviderException.Unavailable _ ->
                Problem.of(
                                ProblemType.PAYMENT_PROVIDER_UNAVAILABLE,
                                "the payment provider does not answer at the moment; the same request may be sent again")
                        .retryAfter(PROVIDER_RETRY_SECONDS);
            case PaymentProviderException.Refused refused ->
                Problem.of(
                        ProblemType.PAYMENT_PROVIDER_REFUSED,
                        "the payment provider refuses what it was asked, and nothing came of it",
                        Map.of("code", refused.failure().code()));
        };
    }

    private static Problem problemOfFault(Throwable fault) {
        if (isUnavailability(fault)) {
            // Said in one line: while a database is away there is one of these for every request.
            LOG.warn("A request could not be served: {}", fault.toString());
            return Problem.unavailable(
                    "the service can't reach what it needs; the same request may be sent again with its key");
        }
        LOG.error("A request failed", fault);
        return Problem.of(ProblemType.INTERNAL_ERROR, "the service failed to answer; it has been logged");
    }

    private static boolean isUnavailability(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (isInfrastructure(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInfrastructure(Throwable cause) {
        return cause instanceof SQLException
                || cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof AxonException
                || cause instanceof AxonServerException
                || cause instanceof StatusRuntimeException
                || cause instanceof RejectedExecutionException
                || cause instanceof TimeoutException;
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}

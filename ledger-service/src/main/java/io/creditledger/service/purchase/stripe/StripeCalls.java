package io.creditledger.service.purchase.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.net.StripeResponse;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.service.platform.tracing.Step;
import io.creditledger.service.platform.tracing.Traces;
import io.creditledger.service.purchase.PaymentProviderException;
import io.creditledger.service.purchase.PaymentProviderException.Refused;
import io.creditledger.service.purchase.PaymentProviderException.Refused.Subject;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes calls to Stripe, measures them, and says in the ledger's words what went wrong. */
final class StripeCalls {

    private static final Logger log = LoggerFactory.getLogger(StripeCalls.class);

    /** Refusals that say nothing about what was asked, only that our account or key is not what it should be. */
    private static final Set<String> OUR_FAULTS = Set.of(
            "account_invalid",
            "api_key_expired",
            "livemode_mismatch",
            "lock_timeout",
            "platform_api_key_expired",
            "secret_key_required",
            "testmode_charges_only");

    private final boolean live;
    private final StripeMeters meters;
    private final Traces traces;

    StripeCalls(boolean live, StripeMeters meters, Traces traces) {
        this.live = live;
        this.meters = meters;
        this.traces = traces;
    }

    /** A call that may go wrong in all of Stripe's ways. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws StripeException;
    }

    /** Makes a call. */
    <T> T make(String operation, Call<T> call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no transaction may wait for Stripe: " + operation);
        }
        Step step = traces.begin("stripe " + operation);
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            T answer = call.make();
            outcome = "answered";
            return answer;
        } catch (StripeException thrown) {
            PaymentProviderException failure = failureOf(operation, thrown);
            outcome = failure instanceof Refused ? "refused" : "unavailable";
            throw failure;
        } catch (PaymentProviderException known) {
            outcome = known instanceof Refused ? "refused" : "unavailable";
            throw known;
        } catch (RuntimeException unreadable) {
            outcome = "unavailable";
            throw new Unavailable(
                    "Stripe's answer to " + operation + " is not readable", false, new StripeCallException(unreadable));
        } finally {
            meters.called(operation, outcome, System.nanoTime() - start);
            step.tag("outcome", outcome);
            step.end();
        }
    }

    /** Nothing may be concluded from test data in live mode, or the reverse. */
    void requireMode(@Nullable Boolean answered, String id) {
        if (answered != null && answered != live) {
            log.error("Stripe's {} is of {} mode, our key is not", id, answered ? "live" : "test");
            throw new Unavailable(
                    "the mode of " + id + " does not fit the key",
                    false,
                    new IllegalStateException("livemode is " + answered));
        }
    }

    private static PaymentProviderException failureOf(String operation, StripeException thrown) {
        StripeCallException cause = new StripeCallException(thrown);
        return switch (thrown) {
            case AuthenticationException _ -> {
                log.error("Stripe does not accept our key for {}: {}", operation, cause.getMessage());
                yield unavailable(operation, false, cause);
            }
            case IdempotencyException _ -> {
                log.error("Stripe knows the key of {} from another request: {}", operation, cause.getMessage());
                yield unavailable(operation, false, cause);
            }
            case RateLimitException _ -> unavailable(operation, false, cause);
            case CardException declined -> refused(declined, Subject.REQUEST, cause);
            case InvalidRequestException invalid -> refusedOrOurFault(operation, invalid, cause);
            default -> unavailable(operation, isRemembered(thrown), cause);
        };
    }

    private static PaymentProviderException refusedOrOurFault(
            String operation, InvalidRequestException invalid, StripeCallException cause) {
        if (invalid.getCode() != null && OUR_FAULTS.contains(invalid.getCode())) {
            log.error("Stripe refuses {} for our own account's sake: {}", operation, cause.getMessage());
            return unavailable(operation, false, cause);
        }
        boolean aboutCustomer =
                Objects.equals(invalid.getCode(), "resource_missing") && Objects.equals(invalid.getParam(), "customer");
        return refused(invalid, aboutCustomer ? Subject.CUSTOMER : Subject.REQUEST, cause);
    }

    private static Unavailable unavailable(String operation, boolean remembered, StripeCallException cause) {
        return new Unavailable("Stripe did not do " + operation + ": " + cause.getMessage(), remembered, cause);
    }

    private static Refused refused(StripeException thrown, Subject subject, StripeCallException cause) {
        return new Refused(failure(thrown.getStripeError()), subject, cause);
    }

    static PaymentFailure failure(@Nullable StripeError error) {
        if (error == null) {
            return new PaymentFailure("unknown_error", null, "Stripe gave no reason.");
        }
        String code = error.getCode() == null ? error.getType() : error.getCode();
        return new PaymentFailure(
                Objects.requireNonNullElse(code, "unknown_error"),
                error.getDeclineCode(),
                Objects.requireNonNullElse(error.getMessage(), "Stripe gave no reason."));
    }

    /** Whether Stripe has stored this failure under the key, and will give nothing else for a day. */
    private static boolean isRemembered(StripeException thrown) {
        StripeError error = thrown.getStripeError();
        StripeResponse response = error == null ? null : error.getLastResponse();
        return response != null && response.code() >= 500 && isReplayed(response);
    }

    static boolean isReplayed(StripeResponse response) {
        return response.headers()
                .firstValue("Idempotent-Replayed")
                .map("true"::equals)
                .orElse(false);
    }
}

package io.creditledger.service.purchase.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpURLConnectionClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request again while the failure may pass. Stands in for the library's own retries, which give up on 429 and on a
 * connection that broke after the request was sent; both are as harmless to repeat, because every POST has an idempotency key.
 */
final class PatientHttpClient extends HttpURLConnectionClient {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final int retries;
    private final Duration retryWithin;

    /**
     * @param retryWithin how long after the request a retry may begin at the latest
     */
    PatientHttpClient(int retries, Duration retryWithin) {
        this.retries = retries;
        this.retryWithin = retryWithin;
    }

    @Override
    public StripeResponse requestWithRetries(StripeRequest request) throws StripeException {
        long start = System.nanoTime();
        int attempt = 1;
        while (true) {
            Attempt made = attempt(request);
            Duration pause = made.pauseAfter(attempt);
            Duration nextAt = Duration.ofNanos(System.nanoTime() - start).plus(pause);
            if (attempt > retries || !made.mayPass() || nextAt.compareTo(retryWithin) > 0) {
                return made.outcome();
            }
            LockSupport.parkNanos(pause.toNanos());
            attempt++;
        }
    }

    private Attempt attempt(StripeRequest request) {
        try {
            StripeResponse response = request(request);
            requireVersion(response);
            return new Attempt(response, null);
        } catch (ApiConnectionException broken) {
            return new Attempt(null, broken);
        } catch (RuntimeException unreadable) {
            // An answer without a body, as a proxy gives it, is more than the library can take.
            return new Attempt(null, new ApiConnectionException("the answer is not readable", unreadable));
        }
    }

    private static void requireVersion(StripeResponse response) throws ApiConnectionException {
        Optional<String> version = response.headers().firstValue("Stripe-Version");
        if (version.isPresent() && !version.get().equals(StripeSafeguards.API_VERSION)) {
            throw new ApiConnectionException("the answer is of API version " + version.get());
        }
    }

    /** What came of sending once: an answer or none. */
    private record Attempt(
            @Nullable StripeResponse response, @Nullable ApiConnectionException failure) {

        StripeResponse outcome() throws ApiConnectionException {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(response);
        }

        boolean mayPass() {
            if (response == null) {
                return failure != null && failure.getCause() != null;
            }
            String advice = header("Stripe-Should-Retry");
            // What Stripe has stored as the answer to this key it will answer again.
            boolean stored = header("Idempotent-Replayed").equals("true");
            int code = response.code();
            return advice.equals("true")
                    || (!advice.equals("false") && !stored && (code == 409 || code == 429 || code >= 500));
        }

        private String header(String name) {
            return response == null ? "" : response.headers().firstValue(name).orElse("");
        }

        /** Longer each time and never in step with others; no shorter than Stripe asks for. */
        Duration pauseAfter(int attempt) {
            Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 5));
            long nanos = Math.min(doubled.toNanos(), LONGEST_PAUSE.toNanos());
            Duration pause = Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos));
            Duration asked = retryAfter();
            return asked.compareTo(pause) > 0 ? asked : pause;
        }

        private Duration retryAfter() {
            String seconds = header("Retry-After");
            return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
        }
    }
}

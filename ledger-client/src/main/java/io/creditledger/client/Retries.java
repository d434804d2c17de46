package io.creditledger.client;

import io.creditledger.api.IdempotencyKey;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request until it is answered, so often and so long.
 *
 * @param mostAttempts 1 or more
 * @param attempt how long one attempt may take
 * @param deadline how long all of them may take, the waits between them included
 * @param nanoTime a clock that only goes on
 */
record Retries(
        int mostAttempts, Duration attempt, Duration deadline, Backoff backoff, Pause pause, LongSupplier nanoTime) {

    /** Sends a request once. */
    interface Attempt {

        /**
         * The answer, within that time.
         *
         * @throws IOException if there is none
         */
        RawAnswer send(Duration patience) throws IOException, InterruptedException;
    }

    /** Lets time pass. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /**
     * The answer that counts.
     *
     * @param attempts how many it took
     */
    record Outcome(RawAnswer answer, int attempts) {}

    /** How an attempt went. */
    private sealed interface Tried {

        record Answered(Outcome outcome) implements Tried {}

        /**
         * Not well, and what is said if it was the last one.
         *
         * @param pause until the next one
         */
        record InVain(Unanswered last, Duration pause) implements Tried {}
    }

    /**
     * The first answer that would not be another one the next time.
     *
     * @param key by which every attempt names the request; null for requests that can be repeated anyway
     * @throws Unanswered if attempts or time run out, or the thread is interrupted
     */
    Outcome until(@Nullable IdempotencyKey key, Attempt request) {
        long end = nanoTime.getAsLong() + deadline.toNanos();
        int attempts = 0;
        try {
            while (true) {
                attempts++;
                switch (once(key, request, shorter(attempt, left(end)), attempts)) {
                    case Tried.Answered(Outcome outcome) -> {
                        return outcome;
                    }
                    case Tried.InVain(Unanswered last, Duration wait) -> {
                        if (attempts == mostAttempts || wait.compareTo(left(end)) >= 0) {
                            throw last;
                        }
                        pause.of(wait);
                    }
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted", stopping, key, attempts);
        }
    }

    private Tried once(@Nullable IdempotencyKey key, Attempt request, Duration patience, int attempts)
            throws InterruptedException {
        try {
            RawAnswer answer = request.send(patience);
            return answer.mayPass()
                    ? new Tried.InVain(
                            new Unanswered(answer.problem(), key, attempts),
                            backoff.after(attempts, answer.retryAfter()))
                    : new Tried.Answered(new Outcome(answer, attempts));
        } catch (IOException none) {
            return new Tried.InVain(
                    new Unanswered(String.valueOf(none.getMessage()), none, key, attempts),
                    backoff.after(attempts, null));
        }
    }

    private Duration left(long end) {
        return Duration.ofNanos(end - nanoTime.getAsLong());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

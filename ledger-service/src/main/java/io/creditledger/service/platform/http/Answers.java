package io.creditledger.service.platform.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Waits for answers of the command and query buses, but not for ever. */
@Component
public class Answers {

    private final long timeoutNanos;

    Answers(HttpProperties properties) {
        this.timeoutNanos = properties.answerTimeout().toNanos();
    }

    /** The moment, in {@link System#nanoTime()}, until which to wait for what is asked now. */
    public long deadline() {
        return System.nanoTime() + timeoutNanos;
    }

    /**
     * The answer, if it comes in time.
     *
     * @throws ProblemException if there is no answer, and why
     */
    public <T> T await(CompletableFuture<T> answer) {
        return await(answer, deadline());
    }

    public <T> T await(CompletableFuture<T> answer, long deadline) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw Failures.problemOf(failed).asException();
        } catch (TimeoutException slow) {
            throw outcomeUnknown().asException();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw outcomeUnknown().asException();
        }
    }

    private static Problem outcomeUnknown() {
        return Problem.unavailable("there is no answer yet and the outcome is unknown;"
                + " the same request may be sent again with its key and takes effect once");
    }
}

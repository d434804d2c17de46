package io.creditledger.service.purchase;

import io.creditledger.service.platform.tracing.Traces;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.MDC;

/**
 * Makes calls that involve the payment provider, so many at a time and no more: however slow it is, nothing else of the ledger
 * waits with it.
 */
public final class ProviderCalls implements AutoCloseable {

    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-", 0).factory());
    private final Semaphore places;
    private final Duration patience;
    private final Traces traces;

    ProviderCalls(int atATime, Duration patience, Traces traces) {
        this.traces = traces;
        this.places = new Semaphore(atATime);
        this.patience = patience;
    }

    /**
     * Waits for a call, but not for ever: one that lasts longer goes on, and what comes of it is told to the account all the same.
     *
     * @throws Unavailable if it lasts longer, or too many are under way
     */
    public <T> T await(Callable<T> call) {
        CompletableFuture<T> answer = start(call);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (TimeoutException slow) {
            throw new Unavailable("the payment provider has not answered yet", false, slow);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("the ledger is stopping", false, stopping);
        }
    }

    /** Starts a call that nobody waits for, if there is room. */
    boolean offer(Runnable call) {
        if (!places.tryAcquire()) {
            return false;
        }
        Runnable carried = traces.carriedOn(call);
        Map<String, String> logged = MDC.getCopyOfContextMap();
        threads.execute(() -> {
            if (logged != null) {
                MDC.setContextMap(logged);
            }
            try {
                carried.run();
            } finally {
                places.release();
            }
        });
        return true;
    }

    private <T> CompletableFuture<T> start(Callable<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean started = offer(() -> {
            try {
                answer.complete(call.call());
            } catch (Exception failure) {
                answer.completeExceptionally(failure);
            }
        });
        if (!started) {
            throw new Unavailable(
                    "too many calls to the payment provider are under way",
                    false,
                    new IllegalStateException("no place is free"));
        }
        return answer;
    }

    /** Lets calls end: what they learn is told to the account. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

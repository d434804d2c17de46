package io.creditledger.simulator.stripe;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the next calls go wrong. */
public final class Faults {

    private static final Fault NONE = new Fault(null, false, false, 0, null, null);

    private Fault fault = NONE;
    private int times;
    private CountDownLatch replaced = new CountDownLatch(1);

    /**
     * One way to go wrong.
     *
     * @param status what is answered instead of the answer, if anything
     * @param afterEffect whether the call has taken effect by then, so that its key keeps this answer
     * @param dropAfterEffect whether the call takes effect and is then not answered at all
     * @param path where addresses must begin to be meant, or null for all
     */
    public record Fault(
            @Nullable Integer status,
            boolean afterEffect,
            boolean dropAfterEffect,
            int delayMillis,
            @Nullable String method,
            @Nullable String path) {

        boolean meets(String requestMethod, String requestPath) {
            return (method == null || method.equals(requestMethod)) && (path == null || requestPath.startsWith(path));
        }
    }

    /** What goes wrong with one call. */
    record Injection(Fault fault, CountDownLatch replaced) {

        static Injection none() {
            return new Injection(NONE, new CountDownLatch(0));
        }

        /** Waits as long as the fault says, or until another takes its place. */
        void delay() {
            try {
                var unused = replaced.await(fault.delayMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        boolean isRefusedBeforeEffect() {
            return fault.status() != null && !fault.afterEffect();
        }

        boolean isRefusedAfterEffect() {
            return fault.status() != null && fault.afterEffect();
        }

        boolean isDroppedAfterEffect() {
            return fault.dropAfterEffect();
        }

        StripeFailure failure() {
            Integer status = fault.status();
            return StripeFailure.injected(status == null ? 500 : status);
        }
    }

    /** Puts a fault in the place of the present one, whose delays end at once. */
    public synchronized void set(Fault newFault, int newTimes) {
        fault = newFault;
        times = newTimes;
        replaced.countDown();
        replaced = new CountDownLatch(1);
    }

    /** Calls go right again. */
    public void clear() {
        set(NONE, 0);
    }

    public synchronized int remaining() {
        return times;
    }

    synchronized Injection next(String method, String path) {
        if (times == 0 || !fault.meets(method, path)) {
            return Injection.none();
        }
        times--;
        return new Injection(fault, replaced);
    }
}

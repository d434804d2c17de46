package io.creditledger.simulator.stripe;

import org.jspecify.annotations.Nullable;

/** How the next calls go wrong. */
public final class Faults {

    private @Nullable Fault fault;
    private int times;

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

        static final Fault NONE = new Fault(null, false, false, 0, null, null);

        boolean meets(String requestMethod, String requestPath) {
            return (method == null || method.equals(requestMethod)) && (path == null || requestPath.startsWith(path));
        }

        boolean isRefusedBeforeEffect() {
            return status != null && !afterEffect;
        }

        boolean isRefusedAfterEffect() {
            return status != null && afterEffect;
        }

        StripeFailure failure() {
            return StripeFailure.injected(status == null ? 500 : status);
        }
    }

    public synchronized void set(Fault fault, int times) {
        this.fault = fault;
        this.times = times;
    }

    public synchronized int remaining() {
        return times;
    }

    synchronized Fault next(String method, String path) {
        Fault current = fault;
        if (current == null || times == 0 || !current.meets(method, path)) {
            return Fault.NONE;
        }
        times--;
        return current;
    }
}

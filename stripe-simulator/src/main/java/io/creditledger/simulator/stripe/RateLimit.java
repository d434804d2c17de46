package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.SimulatedTime;
import org.jspecify.annotations.Nullable;

/** How many calls a second are let through. */
public final class RateLimit {

    private final SimulatedTime time;
    private @Nullable Integer perSecond;
    private long second;
    private int calls;

    public RateLimit(SimulatedTime time) {
        this.time = time;
    }

    public synchronized void set(@Nullable Integer limit) {
        perSecond = limit;
        calls = 0;
    }

    void check() {
        long now = time.seconds();
        if (!admits(now)) {
            throw StripeFailure.rateLimited();
        }
    }

    private synchronized boolean admits(long now) {
        if (perSecond == null) {
            return true;
        }
        if (now != second) {
            second = now;
            calls = 0;
        }
        calls++;
        return calls <= perSecond;
    }
}

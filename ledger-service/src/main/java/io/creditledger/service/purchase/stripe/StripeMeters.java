package io.creditledger.service.purchase.stripe;

import io.creditledger.service.platform.metrics.LedgerMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is measured of the traffic with Stripe. */
final class StripeMeters {

    private final MeterRegistry registry;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong quarantined = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private final AtomicLong skewSeconds = new AtomicLong();

    StripeMeters(MeterRegistry registry) {
        this.registry = registry;
        gauge("waiting", waiting);
        gauge("quarantined", quarantined);
        gauge("dead", dead);
        Gauge.builder(LedgerMeters.STRIPE_CLOCK_SKEW.meterName(), skewSeconds::get)
                .description(LedgerMeters.STRIPE_CLOCK_SKEW.description())
                .baseUnit(LedgerMeters.STRIPE_CLOCK_SKEW.unit())
                .register(registry);
    }

    private void gauge(String state, AtomicLong value) {
        Gauge.builder(LedgerMeters.STRIPE_INBOX.meterName(), value::get)
                .description(LedgerMeters.STRIPE_INBOX.description())
                .tag("state", state)
                .register(registry);
    }

    void called(String operation, String outcome, long nanos) {
        Timer.builder(LedgerMeters.STRIPE_CALLS.meterName())
                .description(LedgerMeters.STRIPE_CALLS.description())
                .tag("operation", operation)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    void delivered(String outcome) {
        Counter.builder(LedgerMeters.STRIPE_WEBHOOKS.meterName())
                .description(LedgerMeters.STRIPE_WEBHOOKS.description())
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    /** How far our clock is ahead of Stripe's, or behind it when negative. */
    void clocksDiffer(Duration ahead) {
        skewSeconds.set(ahead.toSeconds());
    }

    void inboxHas(long nowWaiting, long nowQuarantined, long nowDead) {
        waiting.set(nowWaiting);
        quarantined.set(nowQuarantined);
        dead.set(nowDead);
    }
}

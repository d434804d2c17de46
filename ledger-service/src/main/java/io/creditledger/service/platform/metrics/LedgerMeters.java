package io.creditledger.service.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** The meters of the service. Those of the read models are in their own module. */
public enum LedgerMeters {
    /** Commands from arrival to answer; tags command and outcome (recorded, replayed, refused, failed). */
    COMMANDS("ledger.commands", "commands from arrival to answer"),
    /** Commands waiting or being decided. */
    COMMANDS_UNDER_WAY("ledger.commands.under.way", "commands waiting or being decided"),
    /** Events stored by one commit. */
    APPEND_BATCH("ledger.append.batch", "events stored by one commit"),
    /** How long one commit of the event store takes. */
    APPEND_TIME("ledger.append.time", "how long one commit of the event store takes"),
    /** Appends waiting for the next commit. */
    APPEND_QUEUE("ledger.append.queue", "appends waiting for the next commit"),
    /** Appends refused by what is stored; tag kind (sequence, request). */
    APPEND_CONFLICTS("ledger.append.conflicts", "appends refused by what is stored");

    private final String meterName;
    private final String description;

    LedgerMeters(String meterName, String description) {
        this.meterName = meterName;
        this.description = description;
    }

    public Timer timer(MeterRegistry registry, String... tags) {
        return Timer.builder(meterName)
                .description(description)
                .tags(tags)
                .publishPercentileHistogram()
                .register(registry);
    }

    public DistributionSummary summary(MeterRegistry registry, String... tags) {
        return DistributionSummary.builder(meterName)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    public Counter counter(MeterRegistry registry, String... tags) {
        return Counter.builder(meterName).description(description).tags(tags).register(registry);
    }

    public Gauge gauge(MeterRegistry registry, Supplier<Number> value, String... tags) {
        return Gauge.builder(meterName, value)
                .description(description)
                .tags(tags)
                .register(registry);
    }
}

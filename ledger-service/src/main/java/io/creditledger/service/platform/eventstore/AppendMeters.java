package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.eventstore.Write.Outcome;
import io.creditledger.service.platform.metrics.LedgerMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Counts what the writer does. */
final class AppendMeters {

    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer time;
    private final Counter sequenceConflicts;
    private final Counter requestConflicts;

    AppendMeters(MeterRegistry registry) {
        this.registry = registry;
        this.batch = DistributionSummary.builder(LedgerMeters.APPEND_BATCH.meterName())
                .baseUnit(LedgerMeters.APPEND_BATCH.unit())
                .description(LedgerMeters.APPEND_BATCH.description())
                .register(registry);
        this.time = Timer.builder(LedgerMeters.APPEND_TIME.meterName())
                .description(LedgerMeters.APPEND_TIME.description())
                .register(registry);
        this.sequenceConflicts = conflicts("sequence");
        this.requestConflicts = conflicts("request");
    }

    private Counter conflicts(String kind) {
        return Counter.builder(LedgerMeters.APPEND_CONFLICTS.meterName())
                .baseUnit(LedgerMeters.APPEND_CONFLICTS.unit())
                .description(LedgerMeters.APPEND_CONFLICTS.description())
                .tag("kind", kind)
                .register(registry);
    }

    void watch(Collection<Write> waiting) {
        Gauge.builder(LedgerMeters.APPEND_QUEUE.meterName(), waiting, Collection::size)
                .baseUnit(LedgerMeters.APPEND_QUEUE.unit())
                .description(LedgerMeters.APPEND_QUEUE.description())
                .strongReference(true)
                .register(registry);
    }

    void timed(Work work) throws SQLException {
        Timer.Sample sample = Timer.start(registry);
        try {
            work.run();
        } finally {
            sample.stop(time);
        }
    }

    void stored(List<Write> writes) {
        int rows = writes.stream().mapToInt(Write::size).sum();
        if (rows > 0) {
            batch.record(rows);
        }
    }

    void conflict(Outcome outcome) {
        switch (outcome) {
            case Outcome.SequenceTaken taken -> sequenceConflicts.increment();
            case Outcome.RequestAnswered answered -> requestConflicts.increment();
            case Outcome.Stored stored -> {}
            case Outcome.Unstorable unstorable -> {}
            case Outcome.Unconfirmed unconfirmed -> {}
        }
    }

    /** Something that talks to the database. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }
}

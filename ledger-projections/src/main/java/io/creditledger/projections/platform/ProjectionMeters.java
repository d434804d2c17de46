package io.creditledger.projections.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;

/** What is measured of the read models; every meter carries the tag {@value #GROUP}, the read model's name. */
final class ProjectionMeters {

    static final String GROUP = "group";

    /** Counts facts that were applied or set aside. */
    static final String FACTS = "ledger.projections.facts";

    /** How many facts a batch had. */
    static final String BATCH_SIZE = "ledger.projections.batch.size";

    /** How long folding and writing a batch took. */
    static final String FLUSH = "ledger.projections.flush";

    /** How many facts the read model is behind the history. */
    static final String LAG_EVENTS = "ledger.projections.lag.events";

    /** How old the oldest fact is that the read model has yet to apply; zero when it has applied all. */
    static final String LAG_SECONDS = "ledger.projections.lag.seconds";

    /** How many facts are set aside. */
    static final String DEAD_LETTERS = "ledger.projections.dead.letters";

    private final MeterRegistry registry;

    ProjectionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    GroupMeters of(String group) {
        return new GroupMeters(registry, group);
    }

    void gauges(ProjectionGroup group) {
        Gauge.builder(LAG_EVENTS, group, ProjectionGroup::lagEvents)
                .tag(GROUP, group.name())
                .description("facts the read model is behind the history")
                .register(registry);
        Gauge.builder(LAG_SECONDS, group, ProjectionGroup::lagSeconds)
                .tag(GROUP, group.name())
                .baseUnit("seconds")
                .description("age of the last applied fact while there are more to apply")
                .register(registry);
        Gauge.builder(DEAD_LETTERS, group, of -> of.deadLetters().facts())
                .tag(GROUP, group.name())
                .description("facts that are set aside because their account has one that can't be applied")
                .register(registry);
    }

    /** The meters that a group's batches record. */
    static final class GroupMeters {

        private final Counter facts;
        private final DistributionSummary batchSize;
        private final Timer flush;

        private GroupMeters(MeterRegistry registry, String group) {
            this.facts = Counter.builder(FACTS)
                    .tag(GROUP, group)
                    .description("facts applied or set aside")
                    .register(registry);
            this.batchSize = DistributionSummary.builder(BATCH_SIZE)
                    .tag(GROUP, group)
                    .description("facts in a batch")
                    .register(registry);
            this.flush = Timer.builder(FLUSH)
                    .tag(GROUP, group)
                    .description("time to fold and write a batch")
                    .register(registry);
        }

        void write(
                SortedMap<String, List<DomainEventMessage<?>>> batch,
                Consumer<SortedMap<String, List<DomainEventMessage<?>>>> writer) {
            long begun = System.nanoTime();
            writer.accept(batch);
            flush.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }

        void committed(SortedMap<String, List<DomainEventMessage<?>>> batch) {
            int size = batch.values().stream().mapToInt(List::size).sum();
            facts.increment(size);
            batchSize.record(size);
        }
    }
}

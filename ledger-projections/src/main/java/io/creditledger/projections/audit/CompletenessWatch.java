package io.creditledger.projections.audit;

import io.creditledger.api.audit.queries.CompletenessView;
import io.creditledger.api.audit.queries.FindCompleteness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Tells whoever watches whether all that is stored is there and shown: as an answer, as meters, and as health. */
final class CompletenessWatch extends AbstractHealthIndicator {

    /** Of how many accounts something is missing, each counted for each read model that lacks it. */
    static final String INCOMPLETE = "ledger.audit.incomplete";

    /** The place in the history up to which all is there and shown. */
    static final String THROUGH = "ledger.audit.verified.through";

    /** How long ago the round began that found it so; not a number before the first. */
    static final String AGE = "ledger.audit.verified.age.seconds";

    private static final int MILLIS_A_SECOND = 1_000;

    private final CompletenessTable table;
    private final Clock clock;

    CompletenessWatch(CompletenessTable table, MeterRegistry registry, Clock clock) {
        super("what is missing could not be looked up");
        this.table = table;
        this.clock = clock;
        gauge(registry, INCOMPLETE, "accounts of which something is missing", CompletenessView::incompleteCount);
        gauge(registry, THROUGH, "place in the history up to which all is there and shown", CompletenessWatch::through);
        gauge(registry, AGE, "seconds since the round began that found all there and shown", this::age);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<CompletenessView> figure) {
        Gauge.builder(name, table, known -> figure.applyAsDouble(known.summary()))
                .description(description)
                .register(registry);
    }

    private static double through(CompletenessView known) {
        Long through = known.verifiedThrough();
        return through == null ? Double.NaN : through;
    }

    private double age(CompletenessView known) {
        Instant verifiedAt = known.verifiedAt();
        return verifiedAt == null
                ? Double.NaN
                : Duration.between(verifiedAt, clock.instant()).toMillis() / (double) MILLIS_A_SECOND;
    }

    @QueryHandler
    CompletenessView handle(FindCompleteness question) {
        return table.find();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        CompletenessView known = table.summary();
        health.status(known.incompleteCount() == 0 ? Status.UP : Status.DOWN)
                .withDetail("incomplete", known.incompleteCount());
        if (known.verifiedThrough() != null) {
            health.withDetail("verifiedThrough", known.verifiedThrough());
        }
    }
}

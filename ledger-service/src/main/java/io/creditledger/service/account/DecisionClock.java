package io.creditledger.service.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/**
 * The clock of decisions: stands still while one command is decided, so that what the decision took for now, the events' own
 * times and the answer agree as finely as the store keeps them: to the microsecond, unless it is told otherwise.
 */
public final class DecisionClock extends Clock {

    private static final ScopedValue<Moment> MOMENT = ScopedValue.newInstance();

    private final Clock source;
    private final ChronoUnit precision;

    public DecisionClock(Clock source) {
        this(source, ChronoUnit.MICROS);
    }

    /** @param precision how finely the store keeps moments */
    public DecisionClock(Clock source, ChronoUnit precision) {
        this.source = source;
        this.precision = precision;
    }

    /** Runs a decision at one moment, taken now. */
    public <T> T decide(Callable<T> decision) throws Exception {
        return ScopedValue.where(MOMENT, new Moment(instant())).call(decision::call);
    }

    /**
     * Puts the moment of the decision under way no earlier than this: an account's time never runs backwards, even where the
     * machine's does, or where two nodes disagree. Outside a decision it does nothing.
     */
    static void noEarlierThan(Instant decidedBefore) {
        if (MOMENT.isBound() && MOMENT.get().instant.isBefore(decidedBefore)) {
            MOMENT.get().instant = decidedBefore;
        }
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get().instant : source.instant().truncatedTo(precision);
    }

    @Override
    public ZoneId getZone() {
        return source.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DecisionClock(source.withZone(zone), precision);
    }

    /** Of one decision, seen by its thread alone. */
    private static final class Moment {

        private Instant instant;

        private Moment(Instant instant) {
            this.instant = instant;
        }
    }
}

package io.creditledger.service.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/**
 * The clock of decisions: stands still while one command is decided, so that what the decision took for now, the events' own
 * times and the answer agree to the microsecond, which is also what the store keeps.
 */
public final class DecisionClock extends Clock {

    private static final ScopedValue<Moment> MOMENT = ScopedValue.newInstance();

    private final Clock source;

    public DecisionClock(Clock source) {
        this.source = source;
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
        return MOMENT.isBound() ? MOMENT.get().instant : source.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return source.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DecisionClock(source.withZone(zone));
    }

    /** Of one decision, seen by its thread alone. */
    private static final class Moment {

        private Instant instant;

        private Moment(Instant instant) {
            this.instant = instant;
        }
    }
}

package io.creditledger.projections.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** One rebuild at work: what it has done, and whether it goes on. For any number of threads. */
final class Rebuilding {

    private final Rebuild rebuild;
    private final RebuildTable table;
    private final Clock clock;
    private final long begun = System.nanoTime();
    private final AtomicLong facts = new AtomicLong();

    /** Somebody stopped it. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("somebody stopped it");
        }
    }

    /** The facts do not make what was to be rebuilt, or what they make can't be shown. */
    static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Impossible(String message) {
            super(message);
        }
    }

    Rebuilding(Rebuild rebuild, RebuildTable table, Clock clock) {
        this.rebuild = rebuild;
        this.table = table;
        this.clock = clock;
    }

    Rebuild rebuild() {
        return rebuild;
    }

    /** Notes that facts were replayed. */
    void replayed(long count) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Impossible("the process that worked on it is stopping");
        }
        if (!table.advance(rebuild.number(), facts.addAndGet(count), busyMillis())) {
            throw new Stopped();
        }
    }

    /** Notes that it has switched, in the transaction that does so. */
    void switched(JdbcTemplate transaction, long count) {
        Instant now = clock.instant();
        if (!RebuildTable.switched(transaction, rebuild.number(), facts.get() + count, busyMillis(), now)) {
            throw new Stopped();
        }
    }

    private long busyMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}

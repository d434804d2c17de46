package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.eventstore.EventStoreTables.Appended;
import io.creditledger.service.platform.eventstore.Write.Append;
import io.creditledger.service.platform.eventstore.Write.Outcome;
import io.creditledger.service.platform.eventstore.Write.Outcome.RequestAnswered;
import io.creditledger.service.platform.eventstore.Write.Outcome.SequenceTaken;
import io.creditledger.service.platform.eventstore.Write.Outcome.Stored;
import io.creditledger.service.platform.eventstore.Write.Outcome.Unconfirmed;
import io.creditledger.service.platform.eventstore.Write.Outcome.Unstorable;
import io.creditledger.service.platform.eventstore.Write.RefusalRow;
import io.creditledger.service.platform.eventstore.Write.Refuse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores whatever waits with one commit, while the next ones gather: a thousand callers share the wait for the disk. A caller
 * returns once its write is committed, never before. A write that conflicts fails alone; its neighbours are stored without it.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private static final long POLL_MILLIS = 100;
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(20);

    private final DataSource dataSource;
    private final EventStoreProperties properties;
    private final AppendMeters meters;
    private final IntSupplier requestsUnderWay;
    private final BlockingQueue<Write> waiting;
    private final Turns turns = new Turns();
    private final Thread writer;

    private volatile boolean resting;
    private volatile boolean closing;
    private volatile boolean ended;

    /** @param requestsUnderWay how many are being answered, those who wait to be stored among them */
    GroupCommit(
            DataSource dataSource, EventStoreProperties properties, AppendMeters meters, IntSupplier requestsUnderWay) {
        this.dataSource = dataSource;
        this.requestsUnderWay = requestsUnderWay;
        this.properties = properties;
        this.meters = meters;
        this.waiting = new ArrayBlockingQueue<>(properties.queueCapacity());
        meters.watch(waiting);
        this.writer = Thread.ofPlatform().name("event-store-writer").daemon().start(this::run);
    }

    /**
     * Waits until a write is committed or failed.
     *
     * @throws EventStoreOverloadedException when too many wait already
     */
    Outcome store(Write write) {
        if (closing) {
            throw new EventStoreUnavailableException("The event store is shutting down");
        }
        if (!waiting.offer(write)) {
            throw new EventStoreOverloadedException(properties.queueCapacity());
        }
        if (ended) {
            failWaiting(new EventStoreUnavailableException("The event store is shutting down"));
        }
        if (resting && nobodyElseIsComing()) {
            LockSupport.unpark(writer);
        }
        return await(write);
    }

    private Outcome await(Write write) {
        try {
            return write.outcome().get(properties.appendTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return abandon(
                    write,
                    new EventStoreUnavailableException(
                            "The event store did not answer within " + properties.appendTimeout(), late));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return abandon(
                    write,
                    new EventStoreUnavailableException("Interrupted while waiting for the event store", interrupted));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a write ends with an outcome", impossible);
        }
    }

    /** Takes a write back. The writer leaves it out, unless it is at it already. */
    private static Outcome abandon(Write write, EventStoreUnavailableException reason) {
        write.outcome().complete(new Unconfirmed(reason));
        return write.outcome().join();
    }

    private void run() {
        while (!closing || !waiting.isEmpty()) {
            List<Write> batch = gather();
            if (!batch.isEmpty()) {
                commit(batch);
            }
        }
        ended = true;
        failWaiting(new EventStoreUnavailableException("The event store is shutting down"));
    }

    private List<Write> gather() {
        List<Write> batch = new ArrayList<>();
        addTo(batch, awaitNext());
        if (!batch.isEmpty() && turns.areCrowded()) {
            rest();
        }
        gatherMore(batch);
        return batch;
    }

    /** Not once it is to end, nor once all who may come are here: to wait on would only let processors stand idle. */
    private void rest() {
        long until = System.nanoTime() + properties.turnPause().toNanos();
        resting = true;
        for (long left = until - System.nanoTime(); left > 0 && mayRest(); left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        resting = false;
    }

    private boolean mayRest() {
        return !closing && !nobodyElseIsComing();
    }

    /** Whether as many wait as are being answered, the one that the batch begins with among them. Those who end otherwise are not noticed. */
    private boolean nobodyElseIsComing() {
        return 1 + waiting.size() >= requestsUnderWay.getAsInt();
    }

    private static int rows(List<Write> batch) {
        return batch.stream().mapToInt(Write::size).sum();
    }

    private void gatherMore(List<Write> batch) {
        int rows = rows(batch);
        Write next = rows < properties.rowsPerCommit() ? waiting.poll() : null;
        while (next != null) {
            addTo(batch, next);
            rows += next.size();
            next = rows < properties.rowsPerCommit() ? waiting.poll() : null;
        }
    }

    private static void addTo(List<Write> batch, @Nullable Write next) {
        if (next != null && !next.outcome().isDone()) {
            batch.add(next);
        }
    }

    private @Nullable Write awaitNext() {
        try {
            return waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ignored) {
            // Nobody has a reason to interrupt it; the end is told by a flag.
            return null;
        }
    }

    private void commit(List<Write> batch) {
        try (Connection connection = dataSource.getConnection()) {
            meters.timed(() -> {
                turns.began(rows(batch));
                store(connection, batch);
            });
        } catch (SQLException failure) {
            log.warn("{} appends were not confirmed: {}", batch.size(), failure.getMessage());
            EventStoreUnavailableException unavailable =
                    new EventStoreUnavailableException("PostgreSQL did not confirm the append", failure);
            batch.forEach(write -> write.outcome().complete(new Unconfirmed(unavailable)));
            if (isConnectionLoss(failure)) {
                // Those behind would only wait for the same disappointment.
                failWaiting(unavailable);
            }
        } catch (RuntimeException | Error failure) {
            log.error("The event store's writer failed and goes on", failure);
            EventStoreUnavailableException unavailable =
                    new EventStoreUnavailableException("The append failed in an unexpected way", failure);
            batch.forEach(write -> write.outcome().complete(new Unconfirmed(unavailable)));
        }
    }

    private void failWaiting(EventStoreUnavailableException reason) {
        List<Write> hopeless = new ArrayList<>();
        waiting.drainTo(hopeless);
        hopeless.forEach(write -> write.outcome().complete(new Unconfirmed(reason)));
    }

    /**
     * With one commit as a rule. When one of them can't be stored, each half is tried for itself, until it is alone: a few commits more,
     * and no lock is held while this program looks for it.
     */
    private void store(Connection connection, List<Write> batch) throws SQLException {
        try {
            storeTogether(connection, batch);
        } catch (SQLException failure) {
            if (!isFaultOfOne(failure)) {
                throw failure;
            }
            if (batch.size() == 1) {
                refuse(batch.getFirst(), whyRefused(connection, batch.getFirst(), failure));
            } else {
                int half = batch.size() / 2;
                store(connection, batch.subList(0, half));
                store(connection, batch.subList(half, batch.size()));
            }
        }
    }

    private void storeTogether(Connection connection, List<Write> batch) throws SQLException {
        List<Append> appends = new ArrayList<>();
        List<RefusalRow> refusals = new ArrayList<>();
        for (Write write : batch) {
            switch (write) {
                case Append append -> appends.add(append);
                case Refuse refuse -> refusals.add(refuse.row());
            }
        }
        Appended appended = EventStoreTables.append(connection, appends, refusals);
        Set<Write> late = Collections.newSetFromMap(new IdentityHashMap<>());
        late.addAll(appended.late());
        List<Write> stored =
                batch.stream().filter(write -> !late.contains(write)).toList();
        if (appended.firstIndex() != null) {
            turns.added(appended.firstIndex(), rows(stored) - refusals.size());
        }
        meters.stored(stored);
        stored.forEach(write -> write.outcome().complete(Stored.STORED));
        late.forEach(append -> refuse(append, SequenceTaken.TAKEN));
    }

    private void refuse(Write write, Outcome outcome) {
        meters.conflict(outcome);
        write.outcome().complete(outcome);
    }

    private static Outcome whyRefused(Connection connection, Write write, SQLException failure) throws SQLException {
        return switch (EventStoreTables.violatedConstraint(failure)) {
            case EventStoreTables.SEQUENCE_CONSTRAINT -> SequenceTaken.TAKEN;
            case EventStoreTables.REQUEST_CONSTRAINT,
                    EventStoreTables.REFUSAL_CONSTRAINT,
                    EventStoreTables.ANSWER_CONSTRAINT -> answered(connection, write);
            default -> new Unstorable(failure);
        };
    }

    private static Outcome answered(Connection connection, Write write) throws SQLException {
        return switch (write) {
            case Refuse refuse ->
                new RequestAnswered(refuse.row().account(), refuse.row().request());
            case Append append -> {
                List<EventRow> keyed = append.rows().stream()
                        .filter(row -> row.requestId() != null)
                        .toList();
                String request = EventStoreTables.firstAnswered(connection, keyed);
                // None is when the append itself has one request twice.
                EventRow answered = keyed.stream()
                        .filter(row -> request == null || request.equals(row.requestId()))
                        .findFirst()
                        .orElseThrow();
                yield new RequestAnswered(answered.aggregateIdentifier(), String.valueOf(answered.requestId()));
            }
        };
    }

    /** Whether a single write is to blame: what it holds, or what it collides with. Else PostgreSQL as a whole is in trouble. */
    private static boolean isFaultOfOne(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static boolean isConnectionLoss(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** Refuses new writes, stores what waits, and ends. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        try {
            if (!writer.join(DRAIN_PATIENCE)) {
                log.warn("The event store's writer is still busy after {}", DRAIN_PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

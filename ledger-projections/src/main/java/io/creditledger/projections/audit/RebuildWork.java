package io.creditledger.projections.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.queries.StoredAccount;
import io.creditledger.projections.audit.Rebuilding.Impossible;
import io.creditledger.projections.platform.NextTables;
import io.creditledger.projections.platform.Positions;
import io.creditledger.projections.platform.Shadow;
import io.creditledger.projections.platform.ShadowModel;
import io.creditledger.projections.platform.Shadows;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Does one rebuild, from its beginning to its end. Accounts are replayed one after the other, as far as their facts go by then; then
 * what all of them have been through since, in the order in which it was stored, until little is left. That is replayed while nobody
 * follows the history, and then the tables change places.
 */
final class RebuildWork {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWork.class);

    /** Facts that are replayed with one statement for each table. */
    private static final int BATCH = 5_000;

    /** So few facts are left that they are replayed in a moment. */
    private static final int FEW = 500;

    private static final String PATIENCE_WITH_FOLLOWERS = "set local lock_timeout = '1s'";

    /** Whoever reads for longer goes first: those who come after must not wait for both. */
    private static final String PATIENCE_WITH_READERS = "set local lock_timeout = '100ms'";

    private static final Set<String> IN_THE_WAY = Set.of("55P03", "40P01");

    private static final Duration TRY_AGAIN = Duration.ofMillis(250);

    private static final int DOUBLED_AT_MOST = 4;

    private final Shadows shadows;
    private final History history;
    private final Positions positions;
    private final StoredAccounts accounts;
    private final Repair repair;
    private final RebuildTable table;
    private final Clock clock;
    private final int workers;

    RebuildWork(
            Shadows shadows,
            History history,
            Positions positions,
            StoredAccounts accounts,
            Repair repair,
            RebuildTable table,
            Clock clock,
            int workers) {
        this.shadows = shadows;
        this.history = history;
        this.positions = positions;
        this.accounts = accounts;
        this.repair = repair;
        this.table = table;
        this.clock = clock;
        this.workers = workers;
    }

    /** Removes what a process left behind that is gone, unless another is at work. */
    void tidy() {
        try (Shadow shadow = shadows.openNext(Set.of(), _ -> {})) {
            NextTables tables = new NextTables(shadow);
            if (tables.lock()) {
                tables.drop();
            }
        }
    }

    /**
     * Does a rebuild, unless another process is doing it.
     *
     * @param threads does the work; each task keeps one of them busy
     * @throws Rebuilding.Stopped when somebody stopped it: nothing was changed
     * @throws Impossible when it can't be done: nothing was changed
     */
    void carryOut(Rebuild rebuild, ExecutorService threads) throws ExecutionException, InterruptedException {
        AccountId account = rebuild.account();
        if (account == null) {
            ofAllAccounts(rebuild, threads);
        } else {
            ofOneAccount(rebuild, account);
        }
    }

    private Set<String> models(Rebuild rebuild) {
        return rebuild.projection() == null ? shadows.names() : Set.of(rebuild.projection());
    }

    private void begin(Rebuild rebuild) {
        if (!table.begin(rebuild.number(), clock.instant())) {
            throw new Impossible("the process that worked on it ended");
        }
    }

    private void ofOneAccount(Rebuild rebuild, AccountId account) {
        try (Shadow nothing = shadows.openNext(Set.of(), _ -> {})) {
            if (Verifier.locks(nothing, rebuild.id())) {
                begin(rebuild);
                Rebuilding work = new Rebuilding(rebuild, table, clock);
                repair.exchange(account, models(rebuild), work::switched);
            }
        }
    }

    private void ofAllAccounts(Rebuild rebuild, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        Faults faults = new Faults();
        try (Shadow shadow = shadows.openNext(models(rebuild), faults::note)) {
            NextTables tables = new NextTables(shadow);
            if (!tables.lock()) {
                return;
            }
            try {
                begin(rebuild);
                rebuild(new Rebuilding(rebuild, table, clock), shadow, tables, faults, threads);
            } finally {
                tables.drop();
            }
        }
    }

    /** The facts that a read model could not apply. */
    private static final class Faults {

        private volatile ShadowModel.@Nullable Fault first;

        void note(ShadowModel.Fault fault) {
            first = fault;
        }

        void requireNone() {
            ShadowModel.Fault fault = first;
            if (fault != null) {
                throw new Impossible("account " + fault.accountId() + ": read model " + fault.projection()
                        + " can't apply the fact of revision " + fault.revision() + ": " + fault.cause());
            }
        }
    }

    private void rebuild(Rebuilding work, Shadow shadow, NextTables tables, Faults faults, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        TrackingToken place = history.end();
        tables.create();
        replayAccounts(work, threads);
        tables.index();
        for (int attempt = 0; true; attempt++) {
            place = catchUp(work, shadow, place, faults);
            if (switchOver(work, shadow, tables, place, faults)) {
                return;
            }
            LockSupport.parkNanos(TRY_AGAIN.toNanos() << Math.min(attempt, DOUBLED_AT_MOST));
        }
    }

    /** Replays what has come since a place in the history until little is left; answers how far that is. */
    private @Nullable TrackingToken catchUp(
            Rebuilding work, Shadow shadow, @Nullable TrackingToken place, Faults faults) {
        try (LatestFacts latest = history.behind(place)) {
            List<DomainEventMessage<?>> facts;
            do {
                facts = latest.next(BATCH);
                replay(shadow, facts, faults);
                work.replayed(facts.size());
            } while (facts.size() > FEW);
            return latest.place();
        }
    }

    private void replayAccounts(Rebuilding work, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        AccountQueue queue = new AccountQueue(accounts, AccountRange.ALL, null, BATCH);
        List<Future<?>> under = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            under.add(threads.submit(() -> replayAccounts(work, queue)));
        }
        try {
            for (Future<?> worker : under) {
                worker.get();
            }
        } finally {
            under.forEach(worker -> worker.cancel(true));
        }
    }

    private void replayAccounts(Rebuilding work, AccountQueue queue) {
        Faults faults = new Faults();
        Pace pace = new Pace(null, workers, history::length);
        try (Shadow shadow = shadows.openNext(models(work.rebuild()), faults::note)) {
            Map<String, ToLongFunction<String>> all = everything(shadow);
            for (List<StoredAccount> share = queue.next(); !share.isEmpty(); share = queue.next()) {
                shadow.forget();
                List<DomainEventMessage<?>> batch = new ArrayList<>(BATCH);
                for (StoredAccount account : share) {
                    ReadFacts read = history.read(account.accountId(), 0, account.revision(), fact -> {
                        batch.add(fact);
                        if (batch.size() >= BATCH) {
                            replay(work, shadow, batch, all, faults, pace);
                        }
                    });
                    if (read.broken() != null) {
                        throw new Impossible("account " + account.accountId() + ": "
                                + read.broken().subject());
                    }
                }
                replay(work, shadow, batch, all, faults, pace);
            }
        }
    }

    private static void replay(
            Rebuilding work,
            Shadow shadow,
            List<DomainEventMessage<?>> batch,
            Map<String, ToLongFunction<String>> upTo,
            Faults faults,
            Pace pace) {
        long before = System.nanoTime();
        shadow.replay(batch, upTo);
        faults.requireNone();
        work.replayed(batch.size());
        pace.worked(batch.size(), System.nanoTime() - before, TimeUnit.NANOSECONDS);
        batch.clear();
    }

    private static Map<String, ToLongFunction<String>> everything(Shadow shadow) {
        Map<String, ToLongFunction<String>> upTo = new HashMap<>();
        shadow.models().forEach(model -> upTo.put(model.name(), _ -> Long.MAX_VALUE));
        return upTo;
    }

    /** Replays facts, of which some may have been replayed with their accounts. */
    private static void replay(Shadow shadow, List<DomainEventMessage<?>> facts, Faults faults) {
        shadow.recall(
                facts.stream().map(DomainEventMessage::getAggregateIdentifier).collect(Collectors.toSet()));
        shadow.replay(facts, everything(shadow));
        faults.requireNone();
    }

    /**
     * Shows everybody what was made, as far as the furthest read model is by now or further.
     *
     * @param place up to where the history was replayed
     * @return whether that is done; otherwise somebody is in the way for the moment, and nothing was changed
     */
    private boolean switchOver(
            Rebuilding work, Shadow shadow, NextTables tables, @Nullable TrackingToken place, Faults faults) {
        try (LatestFacts latest = history.behind(place)) {
            shadow.inTransaction(() -> exchange(work, shadow, tables, latest, faults));
            return true;
        } catch (DataAccessException failure) {
            if (!isInTheWay(failure)) {
                throw failure;
            }
            LOG.debug("The tables can't be exchanged for the moment", failure);
            return false;
        }
    }

    private static boolean isInTheWay(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException refused
                && IN_THE_WAY.contains(Objects.requireNonNullElse(refused.getSQLState(), ""));
    }

    /** First nobody follows any more, while all read; then, for a moment, nobody reads. */
    private void exchange(Rebuilding work, Shadow shadow, NextTables tables, LatestFacts latest, Faults faults) {
        JdbcTemplate transaction = shadow.jdbc();
        transaction.execute(PATIENCE_WITH_FOLLOWERS);
        List<DomainEventMessage<?>> last = latest.upTo(positions.lock(transaction, tables.groups()));
        replay(shadow, last, faults);
        if (!tables.haveTheShapeOfTheStored()) {
            throw new Impossible("the tables were given another shape meanwhile");
        }
        work.switched(transaction, last.size());
        transaction.execute(PATIENCE_WITH_READERS);
        tables.exchange();
        TrackingToken place = latest.place();
        if (place != null) {
            positions.move(transaction, tables.groups(), place);
        }
    }
}

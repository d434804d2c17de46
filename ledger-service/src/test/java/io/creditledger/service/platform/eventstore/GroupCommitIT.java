package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.creditledger.service.platform.eventstore.Write.Append;
import io.creditledger.service.platform.eventstore.Write.RefusalRow;
import io.creditledger.service.platform.metrics.LedgerMeters;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many appends share a commit, and none suffers from another. */
class GroupCommitIT {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static final EventStoreProperties PATIENT =
            StoreForTests.settings(Map.of("turn-pause", Duration.ofDays(1)));

    /** PostgreSQL plans a statement anew for the first five times. */
    private static final int ENOUGH_FOR_A_KEPT_PLAN = 8;

    private static final String PLUG = "the append that the writer is held with";

    @Test
    void storesWhatGatheredWithOneCommitAndFailsOnlyWhatConflicts() {
        String taken = Facts.anyAccount();
        String answered = Facts.anyAccount();
        try (StoreForTests earlier = StoreForTests.on(POSTGRES)) {
            earlier.engine().appendEvents(List.of(Facts.consumed(taken, 0), Facts.consumedBy("once", answered, 0)));
        }
        Gate gate = new Gate(POSTGRES.writerDataSource());
        try (StoreForTests store = StoreForTests.on(POSTGRES, gate, StoreForTests.PROPERTIES);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            plug(store, gate, callers);
            CompletableFuture<?> before = append(store, callers, Facts.consumed(Facts.anyAccount(), 0));
            CompletableFuture<?> sequence = append(store, callers, Facts.consumed(taken, 0));
            CompletableFuture<?> request = append(store, callers, Facts.consumedBy("once", answered, 1));
            CompletableFuture<?> unstorable = append(store, callers, Facts.unstorable());
            String last = Facts.anyAccount();
            CompletableFuture<?> after = append(store, callers, Facts.consumed(last, 0), Facts.consumed(last, 1));
            await().until(() -> queued(store) == 5);
            gate.open();

            before.join();
            after.join();
            assertThatThrownBy(sequence::join).hasCauseInstanceOf(AggregateStreamCreationException.class);
            assertThatThrownBy(unstorable::join).hasCauseInstanceOf(EventStoreException.class);
            assertThatThrownBy(request::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(RequestAlreadyAnsweredException.class, failure -> {
                        assertThat(failure.account().value()).isEqualTo(answered);
                        assertThat(failure.request()).isEqualTo(Facts.request(answered, "once"));
                    });
            assertThat(store.engine().readEvents(answered).asStream()).hasSize(1);
            assertThat(store.engine().readEvents(last).asStream()).hasSize(2);
            assertThat(conflicts(store, "sequence")).isEqualTo(1);
            assertThat(conflicts(store, "request")).isEqualTo(1);
            assertThat(store.meters()
                            .get(LedgerMeters.APPEND_BATCH.meterName())
                            .summary()
                            .totalAmount())
                    .as("facts stored, with the one it was held with")
                    .isEqualTo(4);
        }
    }

    /** As happens all the time when two nodes decide about the same accounts: it must not make each append a statement of its own. */
    @Test
    void storesTogetherWhatIsNotLate() {
        List<String> taken = List.of(Facts.anyAccount(), Facts.anyAccount());
        try (StoreForTests other = StoreForTests.on(POSTGRES)) {
            taken.forEach(account -> other.engine().appendEvents(List.of(Facts.consumed(account, 0))));
        }
        Gate gate = new Gate(POSTGRES.writerDataSource());
        try (StoreForTests store = StoreForTests.on(POSTGRES, gate, StoreForTests.PROPERTIES);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            plug(store, gate, callers);
            List<CompletableFuture<Void>> late = taken.stream()
                    .map(account -> append(store, callers, Facts.consumed(account, 0)))
                    .toList();
            List<CompletableFuture<Void>> inTime = IntStream.range(0, 8)
                    .mapToObj(number -> append(store, callers, Facts.consumed(Facts.anyAccount(), 0)))
                    .toList();
            await().until(() -> queued(store) == 10);
            gate.open();

            inTime.forEach(CompletableFuture::join);
            late.forEach(append ->
                    assertThatThrownBy(append::join).hasCauseInstanceOf(AggregateStreamCreationException.class));
            assertThat(conflicts(store, "sequence")).isEqualTo(2);
            assertThat(commits(store))
                    .as("commits, with the one it was held with")
                    .isEqualTo(2);
        }
    }

    /** Else two that store all the time need twice the commits of one. */
    @Test
    void oneOfSeveralThatIsBusyGathersMoreBeforeItsNextTurn() {
        try (StoreForTests store = StoreForTests.on(POSTGRES, POSTGRES.writerDataSource(), PATIENT);
                StoreForTests other = StoreForTests.on(POSTGRES);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            makeBusy(store, other);
            long commits = commits(store);
            store.requestsUnderWay().set(4);

            List<CompletableFuture<Void>> more = some(3, store, callers);
            await("they gather").until(() -> queued(store) == 2);
            store.writer().close();

            more.forEach(CompletableFuture::join);
            assertThat(commits(store)).as("commits for all of them").isEqualTo(commits + 1);
        }
    }

    /** Else all who ask wait for a pause in which nobody can come. */
    @Test
    void itStoresAsSoonAsNobodyElseIsComing() {
        try (StoreForTests store = StoreForTests.on(POSTGRES, POSTGRES.writerDataSource(), PATIENT);
                StoreForTests other = StoreForTests.on(POSTGRES);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            makeBusy(store, other);
            long commits = commits(store);
            store.requestsUnderWay().set(3);

            some(3, store, callers).forEach(CompletableFuture::join);

            assertThat(commits(store)).as("commits for all of them").isEqualTo(commits + 1);
        }
    }

    /** The first stores much, and the second in between. */
    private static void makeBusy(StoreForTests store, StoreForTests other) {
        for (StoreForTests process : List.of(store, other)) {
            process.engine().appendEvents(List.of(Facts.consumed(Facts.anyAccount(), 0)));
        }
        String busy = Facts.anyAccount();
        store.engine()
                .appendEvents(IntStream.range(0, 4)
                        .mapToObj(sequence -> Facts.consumed(busy, sequence))
                        .toList());
    }

    /** Else one that stands still, or waits for a processor, keeps all others from storing. */
    @Test
    void nobodyHasToWaitForAProcessThatIsNotWaitingForPostgresItself() {
        JdbcClient locks = JdbcClient.create(POSTGRES.dataSource(1));
        List<String> held = new CopyOnWriteArrayList<>();
        Steps steps = new Steps(POSTGRES.writerDataSource(), step -> {
            if (somebodyHasTheTurn(locks)) {
                held.add(step);
            }
        });
        Gate gate = new Gate(steps);
        String account = Facts.anyAccount();
        try (StoreForTests store = StoreForTests.on(POSTGRES, gate, StoreForTests.PROPERTIES);
                StoreForTests other = StoreForTests.on(POSTGRES);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            plug(store, gate, callers);
            other.engine().appendEvents(List.of(Facts.consumedBy("once", account, 0)));
            List<CompletableFuture<Void>> some = new ArrayList<>(some(3, store, callers));
            some.add(append(store, callers, Facts.consumed(account, 0)));
            some.add(append(store, callers, Facts.consumedBy("once", account, 1)));
            some.add(append(store, callers, Facts.unstorable()));
            await().until(() -> queued(store) == some.size());
            gate.open();
            await().until(() -> some.stream().allMatch(CompletableFuture::isDone));
        }

        assertThat(steps.taken()).contains("executeQuery", "close");
        assertThat(held)
                .as("steps that were taken with the lock of all writers")
                .isEmpty();
    }

    /** A plan is made once, maybe while PostgreSQL knows of a few facts only, and kept for the millions of a minute later. */
    @Test
    void looksUpByAnIndexWhatMayHaveBeenStored() throws SQLException {
        POSTGRES.clear();
        EventStoreSchema.migrate(POSTGRES.dataSource(2));
        try (Connection connection = POSTGRES.writerDataSource().getConnection()) {
            appendOneOfEach(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            connection.setAutoCommit(false);
            for (int number = 0; number < ENOUGH_FOR_A_KEPT_PLAN; number++) {
                appendOneOfEach(connection);
            }

            assertThat(scans(connection, "idx_scan")).isGreaterThanOrEqualTo(4 * ENOUGH_FOR_A_KEPT_PLAN);
            assertThat(scans(connection, "seq_scan")).isZero();
        }
    }

    private static void appendOneOfEach(Connection connection) throws SQLException {
        Append append =
                new Append(List.of(EventRow.of(Facts.consumedBy("once", Facts.anyAccount(), 0), Facts.serializer())));
        RefusalRow refusal = new RefusalRow(Facts.anyAccount(), "request", "fingerprint", "{}");
        EventStoreTables.append(connection, List.of(append), List.of(refusal));
    }

    /** How often the transaction has looked into tables of the ledger, in one of the two ways. */
    private static long scans(Connection connection, String way) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select sum(" + way + ") from pg_stat_xact_user_tables where schemaname = 'ledger'")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static List<CompletableFuture<Void>> some(int number, StoreForTests store, ExecutorService callers) {
        return IntStream.range(0, number)
                .mapToObj(_ -> append(store, callers, Facts.consumed(Facts.anyAccount(), 0)))
                .toList();
    }

    private static long commits(StoreForTests store) {
        return store.meters()
                .get(LedgerMeters.APPEND_BATCH.meterName())
                .summary()
                .count();
    }

    private static boolean somebodyHasTheTurn(JdbcClient locks) {
        return locks.sql("""
                        select exists (
                            select from pg_locks
                             where locktype = 'advisory' and granted
                               and database = (select oid from pg_database where datname = current_database()))""").query(Boolean.class).single();
    }

    @Test
    void refusesAnAppendAtOnceWhenTooManyWait() {
        Gate gate = new Gate(POSTGRES.writerDataSource());
        EventStoreProperties narrow = StoreForTests.settings(Map.of("queue-capacity", 2));
        try (StoreForTests store = StoreForTests.on(POSTGRES, gate, narrow);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            plug(store, gate, callers);
            CompletableFuture<?> first = append(store, callers, Facts.consumed(Facts.anyAccount(), 0));
            CompletableFuture<?> second = append(store, callers, Facts.consumed(Facts.anyAccount(), 0));
            await().until(() -> queued(store) == 2);

            assertThatThrownBy(() -> store.engine().appendEvents(List.of(Facts.consumed(Facts.anyAccount(), 0))))
                    .isInstanceOf(EventStoreOverloadedException.class)
                    .hasMessageContaining("2 appends waiting");

            gate.open();
            first.join();
            second.join();
        }
    }

    @Test
    void doesNotStoreWhatItsCallerGaveUp() {
        Gate gate = new Gate(POSTGRES.writerDataSource());
        EventStoreProperties hasty =
                StoreForTests.settings(Map.of("queue-capacity", 10, "append-timeout", Duration.ofMillis(50)));
        try (StoreForTests store = StoreForTests.on(POSTGRES, gate, hasty);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            plug(store, gate, callers);
            String account = Facts.anyAccount();

            assertThatThrownBy(() -> store.engine().appendEvents(List.of(Facts.consumed(account, 0))))
                    .isInstanceOf(EventStoreUnavailableException.class)
                    .hasMessageContaining("did not answer");
            gate.open();
            store.writer().close();

            assertThat(store.engine().readEvents(account).asStream()).isEmpty();
        }
    }

    @Test
    void storesWhatWaitsBeforeItEndsAndNothingAfter() {
        Gate gate = new Gate(POSTGRES.writerDataSource());
        try (StoreForTests store = StoreForTests.on(POSTGRES, gate, StoreForTests.PROPERTIES);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            plug(store, gate, callers);
            String account = Facts.anyAccount();
            CompletableFuture<?> waiting = append(store, callers, Facts.consumed(account, 0));
            await().until(() -> queued(store) == 1);
            CompletableFuture<?> closing = CompletableFuture.runAsync(store::close, callers);
            gate.open();
            closing.join();

            waiting.join();
            assertThat(store.engine().readEvents(account).asStream()).hasSize(1);
            assertThatThrownBy(() -> store.engine().appendEvents(List.of(Facts.consumed(account, 1))))
                    .isInstanceOf(EventStoreUnavailableException.class)
                    .hasMessageContaining("shutting down");
        }
    }

    /** Gives the writer something to be held with. */
    private static void plug(StoreForTests store, Gate gate, ExecutorService callers) {
        CompletableFuture<?> plug = append(store, callers, Facts.consumed(Facts.anyAccount(), 0));
        await(PLUG).until(() -> gate.holdsTheWriter() || plug.isDone());
    }

    private static CompletableFuture<Void> append(
            StoreForTests store, ExecutorService callers, DomainEventMessage<?>... events) {
        return CompletableFuture.runAsync(() -> store.engine().appendEvents(List.of(events)), callers);
    }

    private static int queued(StoreForTests store) {
        return (int) store.meters()
                .get(LedgerMeters.APPEND_QUEUE.meterName())
                .gauge()
                .value();
    }

    private static double conflicts(StoreForTests store, String kind) {
        return store.meters()
                .get(LedgerMeters.APPEND_CONFLICTS.meterName())
                .tag("kind", kind)
                .counter()
                .count();
    }
}

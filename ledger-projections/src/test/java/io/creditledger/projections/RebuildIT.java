package io.creditledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.audit.RebuildId;
import io.creditledger.api.audit.RebuildStart;
import io.creditledger.api.audit.RebuildState;
import io.creditledger.api.audit.commands.StartRebuild;
import io.creditledger.api.audit.commands.StopRebuild;
import io.creditledger.api.audit.queries.FindRebuild;
import io.creditledger.api.audit.queries.RebuildView;
import io.creditledger.projections.platform.ProjectionControl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Read models made anew while they serve: the same rows, or no change at all. */
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<String> READ_MODELS = List.of("balance", "lots", "payments", "transactions", "websites");

    private int rebuilds;

    private static History variedHistory() {
        History history = new History();
        new RandomHistory(history, 20_260_302).accounts(40).facts(2_000);
        return history.publish();
    }

    @Test
    void rebuildsAndSegmentsLeaveNoTrace() {
        History history = variedHistory();
        Set<String> digests = new TreeSet<>();
        for (int segments : List.of(1, 4)) {
            try (ReadModels readModels = ReadModels.start(
                    history, PostgresForTests.newDatabase(), "ledger.projections.segments=" + segments)) {
                ProjectionControl.of(readModels).awaitCaughtUp();
                digests.add(Rows.digest(readModels.jdbc()));
                List<@Nullable String> shape = shape(readModels);

                for (int time = 0; time < 2; time++) {
                    RebuildView rebuilt = rebuilt(readModels, null, null);
                    assertThat(rebuilt.state()).as(rebuilt.toString()).isEqualTo(RebuildState.SWITCHED);
                    assertThat(rebuilt.events()).isEqualTo(history.facts());
                    digests.add(Rows.digest(readModels.jdbc()));
                }
                assertThat(shape(readModels)).isEqualTo(shape);
                for (String readModel : READ_MODELS) {
                    ProjectionControl.of(readModels).reset(readModel);
                }
                ProjectionControl.of(readModels).awaitCaughtUp();
                digests.add(Rows.digest(readModels.jdbc()));
            }
        }
        assertThat(digests).hasSize(1);
    }

    /** What the tables are like, but for their rows. */
    private static List<@Nullable String> shape(ReadModels readModels) {
        return readModels.jdbc().queryForList("""
                select indexdef from pg_indexes where schemaname = 'projections'
                union all
                select concat_ws(' ', relation.relname, relation.reloptions, relation.relacl, constraints.all)
                  from pg_class as relation
                  left join lateral (select string_agg(conname || ' ' || pg_get_constraintdef(oid), ', ' order by conname) as all
                                       from pg_constraint where conrelid = relation.oid) as constraints on true
                 where relnamespace = 'projections'::regnamespace and relkind = 'r'
                union all
                select concat_ws(' ', table_name, ordinal_position, column_name, data_type, collation_name, is_nullable)
                  from information_schema.columns where table_schema = 'projections'
                order by 1
                """, String.class);
    }

    @Test
    void readersSeeNoStepBackWhileFactsComeIn() throws InterruptedException {
        History history = new History();
        ScriptedAccount account = history.account("a-busy").opened().granted("lot", 1_000_000);
        new RandomHistory(history, 5).accounts(20).facts(500);
        history.publish();
        JdbcConnectionDetails database = PostgresForTests.newDatabase();
        try (ReadModels readModels = ReadModels.start(history, database)) {
            ProjectionControl control = ProjectionControl.of(readModels);
            control.awaitCaughtUp();
            AtomicBoolean done = new AtomicBoolean();
            Set<String> stepsBack = new ConcurrentSkipListSet<>();
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int fact = 0; !done.get(); fact++) {
                    account.consumed("con-" + fact, 1);
                    history.publish();
                    awaitShown(readModels, history.revision("a-busy"));
                }
            });
            Thread reader = Thread.ofVirtual().start(() -> read(readModels, done, stepsBack));
            try {
                for (int time = 0; time < 3; time++) {
                    assertThat(rebuilt(readModels, null, null).state()).isEqualTo(RebuildState.SWITCHED);
                }
            } finally {
                done.set(true);
                writer.join();
                reader.join();
            }
            assertThat(stepsBack).isEmpty();
            control.awaitCaughtUp();
            assertThat(control.deadLetters()).isZero();
            assertThat(Rows.digest(readModels.jdbc())).isEqualTo(followed(history));
        }
    }

    /** So that facts come in no faster than they are followed. */
    private static void awaitShown(ReadModels readModels, long revision) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> readModels
                .find(new FindBalance(new AccountId("a-busy"), revision), BalanceView.class)
                .isPresent());
    }

    private static void read(ReadModels readModels, AtomicBoolean done, Set<String> stepsBack) {
        AccountId busy = new AccountId("a-busy");
        long balance = -1;
        long line = -1;
        while (!done.get()) {
            try {
                long shown = readModels
                        .find(new FindBalance(busy, null), BalanceView.class)
                        .map(BalanceView::revision)
                        .orElse(-1L);
                Page<TransactionLine> lines = readModels.page(FindTransactions.of(busy, 1));
                long newest = lines.items().getFirst().revision();
                if (shown < balance || newest < line) {
                    stepsBack.add("from " + balance + ", " + line + " to " + shown + ", " + newest);
                }
                balance = shown;
                line = newest;
            } catch (RuntimeException unanswered) {
                stepsBack.add(unanswered.toString());
            }
        }
    }

    /** What a process makes of a history that only follows it. */
    private static String followed(History history) {
        try (ReadModels readModels = ReadModels.start(history, PostgresForTests.newDatabase())) {
            ProjectionControl.of(readModels).awaitCaughtUp();
            return Rows.digest(readModels.jdbc());
        }
    }

    @Test
    void onlyWhatWasAskedForIsMadeAnew() {
        History history = variedHistory();
        try (ReadModels readModels = ReadModels.start(history, PostgresForTests.newDatabase())) {
            ProjectionControl.of(readModels).awaitCaughtUp();
            String right = Rows.digest(readModels.jdbc());
            readModels.jdbc().update("""
                    update projections.balance_account set used = used + 1
                     where account_id in ('account-00000', 'account-00001')
                    """);
            readModels.jdbc().update("delete from projections.websites_hour");

            assertThat(rebuilt(readModels, "websites", null).state()).isEqualTo(RebuildState.SWITCHED);
            assertThat(ProjectionControl.of(readModels).count("websites_hour")).isPositive();
            assertThat(Rows.digest(readModels.jdbc())).isNotEqualTo(right);

            RebuildView ofOne = rebuilt(readModels, "balance", "account-00000");
            assertThat(ofOne.state()).as(ofOne.toString()).isEqualTo(RebuildState.SWITCHED);
            assertThat(ofOne.events()).isEqualTo(history.revision("account-00000") + 1);
            assertThat(Rows.digest(readModels.jdbc())).isNotEqualTo(right);
            rebuilt(readModels, null, "account-00001");
            assertThat(Rows.digest(readModels.jdbc())).isEqualTo(right);
        }
    }

    @Test
    void whatWasSetAsideIsShownAgain() {
        History history = new History();
        history.account("rich").opened().granted("lot", 100);
        try (ReadModels readModels = ReadModels.start(
                history, PostgresForTests.newDatabase(), "ledger.projections.dead-letters.retry-interval=0s")) {
            ProjectionControl control = ProjectionControl.of(readModels);
            readModels.jdbc().execute("alter table projections.balance_account add constraint poor check (total < 50)");
            history.publish();
            control.awaitCaughtUp();
            assertThat(control.deadLetters("balance")).isEqualTo(1);

            RebuildView inVain = rebuilt(readModels, null, null);
            assertThat(inVain.state()).isEqualTo(RebuildState.FAILED);
            assertThat(inVain.failure()).contains("account rich", "balance", "revision 1");
            assertThat(control.deadLetters("balance")).isEqualTo(1);
            assertThat(control.revisions("balance_account")).isZero();
            awaitTidy(readModels);

            readModels.jdbc().execute("alter table projections.balance_account drop constraint poor");
            assertThat(rebuilt(readModels, null, null).state()).isEqualTo(RebuildState.SWITCHED);
            assertThat(control.deadLetters("balance")).isZero();
            assertThat(control.revisions("balance_account")).isEqualTo(1);
        }
    }

    @Test
    void aHistoryWithAGapChangesNothing() {
        History history = new History();
        history.account("whole").opened().granted("lot", 100);
        ScriptedAccount broken = history.account("broken").opened();
        history.skipRevision(new AccountId("broken"));
        broken.granted("lot-2", 100);
        history.publish();
        try (ReadModels readModels = ReadModels.start(
                history, PostgresForTests.newDatabase(), "ledger.projections.dead-letters.retry-interval=0s")) {
            ProjectionControl control = ProjectionControl.of(readModels);
            control.awaitCaughtUp();
            String before = Rows.digest(readModels.jdbc());
            long setAside = control.deadLetters();

            RebuildView rebuild = rebuilt(readModels, null, null);

            assertThat(rebuild.state()).isEqualTo(RebuildState.FAILED);
            assertThat(rebuild.failure()).contains("account broken", "revision 1 is missing");
            assertThat(Rows.digest(readModels.jdbc())).isEqualTo(before);
            assertThat(control.deadLetters()).isEqualTo(setAside);
            awaitTidy(readModels);
        }
    }

    @Test
    void aStopChangesNothingAndThereIsOneAtATime() throws SQLException {
        History history = variedHistory();
        JdbcConnectionDetails database = PostgresForTests.newDatabase();
        try (ReadModels readModels = ReadModels.start(history, database);
                Connection reader = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
            ProjectionControl.of(readModels).awaitCaughtUp();
            readModels.jdbc().update("update projections.balance_account set used = used + 1");
            String before = Rows.digest(readModels.jdbc());
            // Who reads for long is not interrupted: the rebuild waits, and can be stopped.
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select count(*) from projections.balance_account");
            RebuildId first = newId();
            assertThat(start(readModels, first, null, null)).isEqualTo(RebuildStart.STARTED);
            await().atMost(PATIENCE).until(() -> find(readModels, first).events() == history.facts());

            assertThat(start(readModels, newId(), "balance", null)).isEqualTo(RebuildStart.ANOTHER_UNDER_WAY);
            assertThat(start(readModels, newId(), "moods", null)).isEqualTo(RebuildStart.NO_SUCH_PROJECTION);
            assertThat(start(readModels, newId(), null, "nobody")).isEqualTo(RebuildStart.NO_SUCH_ACCOUNT);
            assertThat(find(readModels, first).state()).isEqualTo(RebuildState.RUNNING);
            assertThat(stop(readModels, first)).isTrue();
            assertThat(stop(readModels, first)).isFalse();

            awaitTidy(readModels);
            reader.rollback();
            assertThat(find(readModels, first).state()).isEqualTo(RebuildState.STOPPED);
            assertThat(Rows.digest(readModels.jdbc())).isEqualTo(before);
            assertThat(rebuilt(readModels, null, null).state()).isEqualTo(RebuildState.SWITCHED);
        }
    }

    @Test
    void whatAProcessLeftBehindIsRemovedAtTheNextStart() {
        History history = variedHistory();
        JdbcConnectionDetails database = PostgresForTests.newDatabase();
        RebuildId leftBehind = newId();
        String before;
        try (ReadModels readModels = ReadModels.start(history, database)) {
            ProjectionControl.of(readModels).awaitCaughtUp();
            before = Rows.digest(readModels.jdbc());
            readModels.jdbc().execute("create schema projections_next");
            readModels.jdbc().execute("create table projections_next.balance_account (account_id text)");
            readModels.jdbc().update("""
                    insert into audit.rebuild (rebuild_id, requested_by, requested_at, begun_at, expected_facts)
                    values (?, 'somebody', now(), now(), 0)
                    """, leftBehind.value());
        }
        try (ReadModels readModels = ReadModels.start(history, database)) {
            awaitTidy(readModels);
            RebuildView ended = awaitEnd(readModels, leftBehind);
            assertThat(ended.state()).isEqualTo(RebuildState.FAILED);
            assertThat(ended.failure()).isEqualTo("the process that worked on it ended");
            assertThat(Rows.digest(readModels.jdbc())).isEqualTo(before);
            assertThat(rebuilt(readModels, null, null).state()).isEqualTo(RebuildState.SWITCHED);
        }
    }

    private static void awaitTidy(ReadModels readModels) {
        await().atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(readModels
                        .jdbc()
                        .queryForObject("select to_regnamespace('projections_next') is null", Boolean.class)));
    }

    private RebuildId newId() {
        return new RebuildId(RebuildId.PREFIX + rebuilds++);
    }

    private RebuildView rebuilt(ReadModels readModels, @Nullable String projection, @Nullable String account) {
        RebuildId id = newId();
        assertThat(start(readModels, id, projection, account)).isEqualTo(RebuildStart.STARTED);
        return awaitEnd(readModels, id);
    }

    private static RebuildStart start(
            ReadModels readModels, RebuildId id, @Nullable String projection, @Nullable String account) {
        return readModels
                .bean(CommandGateway.class)
                .sendAndWait(
                        new StartRebuild(id, projection, account == null ? null : new AccountId(account), "somebody"));
    }

    private static boolean stop(ReadModels readModels, RebuildId id) {
        return readModels.bean(CommandGateway.class).<Boolean>sendAndWait(new StopRebuild(id));
    }

    private static RebuildView find(ReadModels readModels, RebuildId id) {
        return readModels.find(new FindRebuild(id), RebuildView.class).orElseThrow();
    }

    private static RebuildView awaitEnd(ReadModels readModels, RebuildId id) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> find(readModels, id), rebuild -> rebuild.state() != RebuildState.RUNNING);
    }
}

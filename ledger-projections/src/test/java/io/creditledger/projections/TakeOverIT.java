package io.creditledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.projections.platform.ProjectionControl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Processes come and go, and so does the database; the read models go on. */
class TakeOverIT {

    @Test
    void twoProcessesShareTheSegmentsAndTheOtherGoesOnWhenOneStops() {
        History history = new History();
        JdbcConnectionDetails database = PostgresForTests.newDatabase();
        new RandomHistory(history, 1).accounts(20).facts(200);
        history.publish();
        String rows;
        try (ReadModels survivor = ReadModels.start(history, database, "ledger.projections.segments=4")) {
            ProjectionControl control = ProjectionControl.of(survivor);
            try (ReadModels other = ReadModels.start(history, database, "ledger.projections.segments=4")) {
                control.release("balance", 1);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> ProjectionControl.of(other).segments("balance") > 0);
                new RandomHistory(history, 2).accountsFrom(100, 20).facts(200);
                history.publish();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> control.revisions("balance_account") == history.revisions());
            }
            new RandomHistory(history, 3).accountsFrom(200, 20).facts(200);
            history.publish();
            control.awaitCaughtUp();
            rows = Rows.digest(survivor.jdbc());
            assertThat(control.deadLetters()).isZero();
        }
        try (ReadModels alone = ReadModels.start(history, PostgresForTests.newDatabase())) {
            ProjectionControl.of(alone).awaitCaughtUp();
            assertThat(Rows.digest(alone.jdbc())).isEqualTo(rows);
        }
    }

    @Test
    void noneTakesMoreSegmentsThanItMay() {
        History history = new History();
        JdbcConnectionDetails database = PostgresForTests.newDatabase();
        String[] three = {"ledger.projections.segments=4", "ledger.projections.max-segments=3"};
        try (ReadModels first = ReadModels.start(history, database, three)) {
            ProjectionControl control = ProjectionControl.of(first);
            await().atMost(Duration.ofSeconds(60)).until(() -> control.segments("balance") == 3);
            try (ReadModels second = ReadModels.start(history, database, three)) {
                await("the one that is left")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> ProjectionControl.of(second).segments("balance") == 1);
                assertThat(control.segments("balance")).isEqualTo(3);
            }
        }
    }

    @Test
    void theyGoOnWhenTheDatabaseComesBack() {
        History history = new History();
        try (PostgresForTests.Restartable server = new PostgresForTests.Restartable()) {
            try (ReadModels readModels = ReadModels.start(history, server.newDatabase())) {
                ScriptedAccount account = history.account("alice").opened();
                history.publish();
                ProjectionControl.of(readModels).awaitCaughtUp();

                server.restart();
                account.granted("lot", 10);
                history.publish();

                // A reader may meet connections that the restart broke, and say so; what counts is that it ends.
                await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(readModels
                                .find(new FindBalance(new AccountId("alice"), null), BalanceView.class)
                                .orElseThrow()
                                .total())
                        .isEqualTo(10));
                ProjectionControl.of(readModels).awaitCaughtUp();
                assertThat(ProjectionControl.of(readModels).deadLetters()).isZero();
            }
        }
    }
}

package io.creditledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.api.money.Credits;
import io.creditledger.projections.platform.ProjectionControl;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account with a fact that can't be applied is set aside; the others go on. */
class DeadLettersIT {

    private static final String NO_RETRIES = "ledger.projections.dead-letters.retry-interval=0s";

    private final History history = new History();
    private final ReadModels readModels =
            ReadModels.start(history, PostgresForTests.newDatabase(), NO_RETRIES, "ledger.projections.batch-size=100");
    private final ProjectionControl control = ProjectionControl.of(readModels);

    @AfterEach
    void stop() {
        readModels.close();
    }

    /** A text that PostgreSQL can't store: no fact like it can be written, and none but its account must suffer. */
    private static CreditsConsumed unstorable(AccountId account) {
        return new CreditsConsumed(
                account,
                new ConsumptionId("con-poison"),
                Credits.of(1),
                "poison \0",
                null,
                Metadata.NONE,
                List.of(new Draw(new LotId("lot"), Credits.of(1))),
                new Balance(Credits.of(100), Credits.of(1), Credits.ZERO, Credits.ZERO));
    }

    @Test
    void aFactThatCannotBeWrittenSetsOnlyItsAccountAside() {
        for (int number = 0; number < 40; number++) {
            history.account("good-" + number).opened().granted("lot-" + number, 10);
        }
        ScriptedAccount bad = history.account("bad").opened().granted("lot", 100);
        history.record(unstorable(bad.id()));
        bad.consumed("con-after", 5);
        for (int number = 0; number < 40; number++) {
            history.account("late-" + number).opened();
        }
        history.publish();
        control.awaitCaughtUp();

        assertThat(control.deadLetters("transactions")).isEqualTo(2);
        assertThat(count("transactions_line")).isEqualTo(41);
        assertThat(count("transactions_progress")).isEqualTo(81);
        // The other read models do not store the text.
        assertThat(control.deadLetters("balance")).isZero();
    }

    @Test
    void aRevisionThatIsMissingSetsItsAccountAside() {
        ScriptedAccount gap = history.account("gap").opened();
        history.skipRevision(gap.id());
        gap.granted("lot", 10);
        history.account("good").opened().granted("lot-good", 10);
        history.publish();
        control.awaitCaughtUp();

        assertThat(control.deadLetters("balance")).isEqualTo(1);
        assertThat(balance("gap").revision()).isZero();
        assertThat(balance("good").revision()).isEqualTo(1);
    }

    @Test
    void whatWasSetAsideIsAppliedInOrderOnceTheCauseIsGone() {
        readModels.jdbc().execute("alter table projections.balance_account add constraint poor check (total < 50)");
        for (int number = 0; number < 25; number++) {
            ScriptedAccount rich =
                    history.account("rich-%02d".formatted(number)).opened().granted("lot-" + number, 100);
            for (int spent = 0; spent < 12; spent++) {
                rich.consumed("con-" + number + "-" + spent, 1);
            }
        }
        history.account("poor").opened().granted("lot-poor", 10);
        history.publish();
        control.awaitCaughtUp();
        assertThat(control.deadLetters("balance")).isEqualTo(25 * 13);
        assertThat(balance("poor").revision()).isEqualTo(1);
        control.retry("balance");
        assertThat(control.deadLetters("balance")).isEqualTo(25 * 13);

        readModels.jdbc().execute("alter table projections.balance_account drop constraint poor");
        control.retry("balance");

        assertThat(control.deadLetters("balance")).isZero();
        assertThat(balance("rich-00").revision()).isEqualTo(13);
        assertThat(balance("rich-24").used()).isEqualTo(12);
    }

    @Test
    void moreThanAPageOfLettersOfOneAccountIsApplied() {
        readModels.jdbc().execute("alter table projections.balance_account add constraint poor check (total < 50)");
        ScriptedAccount rich = history.account("rich").opened().granted("lot", 1_000);
        for (int spent = 0; spent < 250; spent++) {
            rich.consumed("con-" + spent, 1);
        }
        history.publish();
        control.awaitCaughtUp();
        assertThat(control.deadLetters("balance")).isEqualTo(251);

        readModels.jdbc().execute("alter table projections.balance_account drop constraint poor");
        control.retry("balance");

        assertThat(control.deadLetters("balance")).isZero();
        assertThat(balance("rich").used()).isEqualTo(250);
    }

    @Test
    void aResetForgetsWhatWasSetAside() {
        readModels.jdbc().execute("alter table projections.balance_account add constraint poor check (total < 50)");
        history.account("rich").opened().granted("lot", 100);
        history.publish();
        control.awaitCaughtUp();
        assertThat(control.deadLetters("balance")).isEqualTo(1);

        readModels.jdbc().execute("alter table projections.balance_account drop constraint poor");
        control.reset("balance");
        control.awaitCaughtUp();

        assertThat(control.deadLetters("balance")).isZero();
        assertThat(balance("rich").revision()).isEqualTo(1);
    }

    private BalanceView balance(String account) {
        return readModels
                .find(new FindBalance(new AccountId(account), null), BalanceView.class)
                .orElseThrow();
    }

    private long count(String table) {
        return control.count(table);
    }
}

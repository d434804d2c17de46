package io.creditledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.queries.AccountView;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindAccount;
import io.creditledger.api.account.queries.FindAccounts;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.api.account.queries.Page;
import io.creditledger.projections.History;
import io.creditledger.projections.PostgresForTests;
import io.creditledger.projections.ReadModels;
import io.creditledger.projections.ScriptedAccount;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BalanceProjectionIT {

    private static final History HISTORY = new History();
    private static ReadModels readModels;

    @BeforeAll
    static void tellTheHistory() {
        ScriptedAccount alice = HISTORY.account("alice").opened("Alice", Map.of("plan", "pro"));
        alice.granted("lot-1", 1_000)
                .consumed("con-1", 300)
                .reversed("rev-1", "con-1", 100)
                .renamed("Alice & Co");
        alice.granted("lot-2", 500, LotSource.PLAN, 50, HISTORY.now().plus(Duration.ofDays(1)), null);
        HISTORY.account("buyer")
                .opened()
                .purchaseStarted("pur-1", 1_000)
                .succeeded("pur-1")
                .paid("pur-1", "lot-bought")
                .refundRequested("rfd-1", "pur-1", 100)
                .consumed("con-2", 600)
                .disputed("du-1", "pur-1")
                .disputed("du-2", "pur-1")
                .disputeLost("du-2", "pur-1")
                .cardSaved("pm-1");
        HISTORY.account("bob").opened();
        for (int number = 0; number < 25; number++) {
            HISTORY.account("shop-%02d".formatted(number)).opened();
        }
        HISTORY.publish();
        readModels = ReadModels.start(HISTORY, PostgresForTests.newDatabase());
    }

    @AfterAll
    static void stop() {
        readModels.close();
    }

    @Test
    void showsTheBalanceAfterTheLastFact() {
        BalanceView balance = readModels
                .find(new FindBalance(HISTORY.account("alice").id(), 5L), BalanceView.class)
                .orElseThrow();

        assertThat(balance)
                .isEqualTo(new BalanceView(
                        "alice",
                        1_500,
                        200,
                        1_300,
                        new BigDecimal("13.33"),
                        0,
                        500,
                        800,
                        0,
                        5,
                        History.BEGINNING.plus(Duration.ofMinutes(5))));
    }

    @Test
    void whatHappensToAPurchaseChangesTheBalance() {
        BalanceView balance = readModels
                .find(new FindBalance(HISTORY.account("buyer").id(), 9L), BalanceView.class)
                .orElseThrow();

        assertThat(balance.total()).isEqualTo(0);
        assertThat(balance.used()).isEqualTo(600);
        assertThat(balance.current()).isEqualTo(-600);
        assertThat(balance.debt()).isEqualTo(600);
        assertThat(balance.held()).isEqualTo(100);
        assertThat(balance.revision()).isEqualTo(9);
    }

    @Test
    void showsTheAccountWithItsPresentName() {
        AccountView account = readModels
                .find(new FindAccount(HISTORY.account("alice").id(), 5L), AccountView.class)
                .orElseThrow();

        assertThat(account.displayName()).isEqualTo("Alice & Co");
        assertThat(account.metadata().isEmpty()).isTrue();
        assertThat(account.openedAt()).isEqualTo(History.BEGINNING);
        assertThat(account.balance().current()).isEqualTo(1_300);
    }

    @Test
    void knowsNothingOfAnAccountThatWasNeverOpened() {
        assertThat(readModels.find(new FindBalance(HISTORY.account("nobody").id(), null), BalanceView.class))
                .isEmpty();
    }

    @Test
    void listsEveryAccountOfAPrefixOnceInOrder() {
        readModels.find(new FindBalance(HISTORY.account("shop-24").id(), 0L), BalanceView.class);
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<AccountView> page = readModels.page(new FindAccounts("shop-", 7, cursor));
            page.items().forEach(account -> ids.add(account.accountId()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(ids).hasSize(25).isSorted().doesNotHaveDuplicates();
    }
}

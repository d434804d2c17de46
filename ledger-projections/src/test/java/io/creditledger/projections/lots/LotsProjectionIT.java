package io.creditledger.projections.lots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.queries.FindDueAccounts;
import io.creditledger.api.account.queries.FindLots;
import io.creditledger.api.account.queries.LotState;
import io.creditledger.api.account.queries.LotView;
import io.creditledger.api.account.queries.Page;
import io.creditledger.projections.History;
import io.creditledger.projections.PostgresForTests;
import io.creditledger.projections.ReadModels;
import io.creditledger.projections.ScriptedAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LotsProjectionIT {

    private static final History HISTORY = new History();
    private static final Instant TOMORROW = History.BEGINNING.plus(Duration.ofDays(1));
    private static final Instant NEXT_WEEK = History.BEGINNING.plus(Duration.ofDays(7));
    private static ReadModels readModels;

    @BeforeAll
    static void tellTheHistory() {
        HISTORY.account("orders")
                .opened()
                .granted("never-paid", 10)
                .granted("late-paid", 10, LotSource.PURCHASE, 50, NEXT_WEEK)
                .granted("never-gift", 10, LotSource.PROMOTIONAL, 50, null)
                .granted("soon-paid", 10, LotSource.PLAN, 50, TOMORROW)
                .granted("soon-gift", 10, LotSource.PROMOTIONAL, 50, TOMORROW)
                .granted("first", 10, LotSource.PURCHASE, 1, null)
                .granted("later", 10, LotSource.PURCHASE, 60, TOMORROW, null)
                .granted("never-paid-younger", 10);
        ScriptedAccount states = HISTORY.account("states").opened();
        states.granted("spent", 10)
                .granted("revoked", 10)
                .granted("expired", 10, LotSource.PROMOTIONAL, 50, TOMORROW)
                .granted("half", 10)
                .granted("pending", 10, LotSource.PLAN, 50, TOMORROW, null)
                .granted("woken", 10, LotSource.PLAN, 50, TOMORROW, null)
                .consumed("con-1", 10)
                .revoked("rvk-1", "revoked", 10)
                .revoked("rvk-2", "half", 4)
                .expired("expired")
                .activated("woken", 10);
        ScriptedAccount reopened = HISTORY.account("reopened").opened();
        reopened.granted("lot", 10)
                .granted("gone", 10, LotSource.PROMOTIONAL, 50, TOMORROW)
                .consumed("con-2", 12)
                .expired("gone")
                .reversed("rev-1", "con-2", 4)
                .expired("gone");
        HISTORY.account("due-expiry").opened().granted("a", 5, LotSource.PLAN, 50, TOMORROW);
        HISTORY.account("due-start").opened().granted("a", 5, LotSource.PLAN, 50, TOMORROW.minusSeconds(60), null);
        HISTORY.account("not-due")
                .opened()
                .granted("a", 5, LotSource.PLAN, 50, TOMORROW)
                .consumed("con-3", 5);
        HISTORY.publish();
        readModels = ReadModels.start(HISTORY, PostgresForTests.newDatabase());
        readModels.page(new FindLots(new AccountId("not-due"), true, 1, null, 2L));
    }

    @AfterAll
    static void stop() {
        readModels.close();
    }

    @Test
    void listsOpenLotsInTheOrderInWhichTheyBurn() {
        assertThat(all("orders", false, 3))
                .extracting(LotView::lotId)
                .containsExactly(
                        "first",
                        "soon-gift",
                        "soon-paid",
                        "late-paid",
                        "never-gift",
                        "never-paid",
                        "never-paid-younger",
                        "later");
    }

    @Test
    void tellsTheStateOfEachLotClosedOnesLast() {
        assertThat(all("states", true, 2))
                .extracting(LotView::lotId, LotView::state, LotView::remaining)
                .containsExactly(
                        tuple("half", LotState.ACTIVE, 6L),
                        tuple("pending", LotState.PENDING, 10L),
                        tuple("woken", LotState.ACTIVE, 10L),
                        tuple("expired", LotState.EXPIRED, 0L),
                        tuple("revoked", LotState.REVOKED, 0L),
                        tuple("spent", LotState.DEPLETED, 0L));
    }

    @Test
    void aReversalOpensASpentLotAgainButNotAnExpiredOne() {
        assertThat(all("reopened", true, 50))
                .extracting(LotView::lotId, LotView::state, LotView::remaining)
                .containsExactly(tuple("lot", LotState.ACTIVE, 2L), tuple("gone", LotState.EXPIRED, 0L));
    }

    @Test
    void findsTheAccountsWhoseLotsFellDue() {
        List<AccountId> due = readModels.list(new FindDueAccounts(TOMORROW, 10), AccountId.class);

        assertThat(due).extracting(AccountId::value).containsExactly("due-start", "due-expiry", "orders", "states");
        assertThat(readModels.list(new FindDueAccounts(TOMORROW, 1), AccountId.class))
                .extracting(AccountId::value)
                .containsExactly("due-start");
        assertThat(readModels.list(new FindDueAccounts(History.BEGINNING, 10), AccountId.class))
                .isEmpty();
    }

    private static List<LotView> all(String account, boolean closedToo, int limit) {
        List<LotView> lots = new ArrayList<>();
        String cursor = null;
        do {
            Page<LotView> page = readModels.page(
                    new FindLots(new AccountId(account), closedToo, limit, cursor, HISTORY.revision(account)));
            lots.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return lots;
    }
}

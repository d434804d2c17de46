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
import io.creditledger.api.money.Price;
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
        HISTORY.account("bought")
                .opened()
                .purchaseStarted("pur-1", 100)
                .succeeded("pur-1")
                .paid("pur-1", "lot");
        // Spends 80 of 100, all of which are taken back: 80 are owed. The next lots pay that.
        HISTORY.account("debt")
                .opened()
                .purchaseStarted("pur-2", 100)
                .succeeded("pur-2")
                .paid("pur-2", "first")
                .consumed("con-4", 80)
                .disputed("du-2", "pur-2")
                .disputeLost("du-2", "pur-2")
                .granted("swallowed", 50)
                .granted("reduced", 50);
        HISTORY.account("refunds")
                .opened()
                .purchaseStarted("pur-3", 100)
                .succeeded("pur-3")
                .paid("pur-3", "back")
                .purchaseStarted("pur-4", 100)
                .succeeded("pur-4")
                .paid("pur-4", "gone")
                .purchaseStarted("pur-5", 100)
                .succeeded("pur-5")
                .paid("pur-5", "held")
                .refunded("pur-3", 10, 100)
                .refundReversed("pur-3", 4, 60)
                .refundRequested("rfd-4", "pur-4", 100)
                .refunded("pur-4", 10, 100, "rfd-4")
                .refundRequested("rfd-5", "pur-5", 20)
                .refundRequested("rfd-6", "pur-5", 30)
                .refundRequested("rfd-7", "pur-5", 7)
                .refundFailed("rfd-5");
        HISTORY.account("disputes")
                .opened()
                .purchaseStarted("pur-6", 100)
                .succeeded("pur-6")
                .paid("pur-6", "open")
                .purchaseStarted("pur-7", 100)
                .succeeded("pur-7")
                .paid("pur-7", "lost")
                .purchaseStarted("pur-8", 100)
                .succeeded("pur-8")
                .paid("pur-8", "won")
                .purchaseStarted("pur-9", 100)
                .succeeded("pur-9")
                .paid("pur-9", "won-late")
                .purchaseStarted("pur-10", 100)
                .succeeded("pur-10")
                .paid("pur-10", "twice")
                .disputed("du-6", "pur-6")
                .disputed("du-7", "pur-7")
                .disputeLost("du-7", "pur-7")
                .disputed("du-8", "pur-8")
                .disputeWon("du-8", "pur-8", 0)
                .disputed("du-9", "pur-9")
                .disputeLost("du-9", "pur-9")
                .disputeWon("du-9", "pur-9", 100)
                .disputed("du-10", "pur-10")
                .disputed("du-11", "pur-10")
                .disputeWon("du-10", "pur-10", 0);
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
    void tellsWhatWasPaidForALot() {
        LotView lot = all("bought", true, 50).getFirst();

        assertThat(lot.purchaseId()).isEqualTo("pur-1");
        assertThat(lot.paid()).isEqualTo(new Price(10, "usd"));
        assertThat(all("reopened", true, 50)).allMatch(gift -> gift.purchaseId() == null && gift.paid() == null);
    }

    @Test
    void aLotPaysDebtBeforeAnythingElse() {
        assertThat(all("debt", true, 1))
                .extracting(LotView::lotId, LotView::state, LotView::granted, LotView::remaining)
                .containsExactly(
                        tuple("reduced", LotState.ACTIVE, 50L, 20L),
                        tuple("swallowed", LotState.DEPLETED, 50L, 0L),
                        tuple("first", LotState.REVOKED, 100L, 0L));
    }

    @Test
    void aRefundTakesFromItsLotAndMayGiveBack() {
        assertThat(all("refunds", true, 50))
                .extracting(LotView::lotId, LotView::state, LotView::remaining, LotView::held)
                .containsExactly(
                        tuple("back", LotState.ACTIVE, 60L, 0L),
                        tuple("held", LotState.ACTIVE, 100L, 37L),
                        tuple("gone", LotState.REVOKED, 0L, 0L));
    }

    @Test
    void aLotIsDisputedAsLongAsItsPaymentIs() {
        assertThat(all("disputes", true, 2))
                .extracting(LotView::lotId, LotView::state, LotView::remaining)
                .containsExactly(
                        tuple("open", LotState.DISPUTED, 100L),
                        tuple("won", LotState.ACTIVE, 100L),
                        tuple("won-late", LotState.ACTIVE, 100L),
                        tuple("twice", LotState.DISPUTED, 100L),
                        tuple("lost", LotState.REVOKED, 0L));
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

package io.creditledger.projections.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.QueryRejection.InvalidCursor;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionLines;
import io.creditledger.api.account.queries.TransactionType;
import io.creditledger.projections.History;
import io.creditledger.projections.PostgresForTests;
import io.creditledger.projections.ReadModels;
import io.creditledger.projections.ScriptedAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransactionsProjectionIT {

    private static final History HISTORY = new History();
    private static final Website ACME = new Website("acme", "Acme", "https://acme.example");
    private static final AccountId ALICE = new AccountId("alice");
    private static final AccountId BUSY = new AccountId("busy");
    private static ReadModels readModels;

    @BeforeAll
    static void tellTheHistory() {
        ScriptedAccount alice = HISTORY.account("alice").opened();
        alice.granted("lot-1", 1_000)
                .granted("lot-2", 50, LotSource.PROMOTIONAL, 10, HISTORY.now().plus(Duration.ofHours(1)))
                .granted("lot-3", 5, LotSource.ADJUSTMENT, 50, null)
                .consumed("con-1", 420, "Website generation", ACME, Map.of("model", "large", "tokens", 1_200))
                .renamed("Alice")
                .reversed("rev-1", "con-1", 20)
                .revoked("rvk-1", "lot-3", 5)
                .expired("lot-2");
        ScriptedAccount busy = HISTORY.account("busy").opened().granted("lot-busy", 1_000_000);
        for (int number = 0; number < 250; number++) {
            Website website = number % 5 == 0 ? null : new Website("site-" + number % 5, null, null);
            busy.consumed("con-busy-" + number, 1 + number % 7, "Image 100% no_" + number, website, Map.of());
        }
        HISTORY.account("buyer")
                .opened()
                .customer("cus-1")
                .cardSaved("pm-1")
                .purchaseStarted("pur-1", 1_000)
                .succeeded("pur-1")
                .paid("pur-1", "lot-bought")
                .consumed("con-bought", 900)
                .refundRequested("rfd-1", "pur-1", 50)
                .refunded("pur-1", 5, 50, "rfd-1")
                .refunded("pur-1", 6, 0)
                .refundReversed("pur-1", 1, 50)
                .disputed("du-1", "pur-1")
                .disputeLost("du-1", "pur-1")
                .granted("lot-after", 300, LotSource.PROMOTIONAL, 50, null)
                .reversed("rev-bought", "con-bought", 700)
                .disputeWon("du-1", "pur-1", 100)
                .disputed("du-2", "pur-1")
                .disputeWon("du-2", "pur-1", 0);
        HISTORY.publish();
        readModels = ReadModels.start(HISTORY, PostgresForTests.newDatabase());
        readModels.page(reached(ALICE));
        readModels.page(reached(BUSY));
    }

    @AfterAll
    static void stop() {
        readModels.close();
    }

    private static FindTransactions reached(AccountId account) {
        return new FindTransactions(
                account, null, null, null, null, null, null, null, 1, null, HISTORY.revision(account.value()));
    }

    @Test
    void readsLikeABankStatement() {
        Page<TransactionLine> page = readModels.page(new FindTransactions(
                ALICE, null, null, null, null, null, null, null, 50, null, HISTORY.revision("alice")));

        assertThat(page.items())
                .extracting(
                        TransactionLine::transactionId,
                        TransactionLine::type,
                        TransactionLine::amount,
                        TransactionLine::balanceAfter,
                        TransactionLine::reference)
                .containsExactly(
                        row("lot-2:expiry:8", TransactionType.EXPIRY, -50, 600, "lot-2"),
                        row("rvk-1", TransactionType.REVOCATION, -5, 650, "lot-3"),
                        row("rev-1", TransactionType.REVERSAL, 20, 655, "con-1"),
                        row("con-1", TransactionType.CONSUMPTION, -420, 635, null),
                        row("lot-3", TransactionType.ADJUSTMENT, 5, 1_055, "lot-3"),
                        row("lot-2", TransactionType.GRANT, 50, 1_050, "lot-2"),
                        row("lot-1", TransactionType.PURCHASE, 1_000, 1_000, "lot-1"));
        assertThat(page.nextCursor()).isNull();
        assertThat(page.revision()).isEqualTo(8);
    }

    @Test
    void moneyThatGoesBackTakesItsCreditsAlong() {
        Page<TransactionLine> page = readModels.page(new FindTransactions(
                new AccountId("buyer"), null, null, null, null, null, null, null, 50, null, HISTORY.revision("buyer")));

        assertThat(page.items())
                .extracting(
                        TransactionLine::transactionId,
                        TransactionLine::type,
                        TransactionLine::amount,
                        TransactionLine::balanceAfter,
                        TransactionLine::reference)
                .containsExactly(
                        row("pur-1:dispute:15", TransactionType.DISPUTE, 100, 200, "pur-1"),
                        row("rev-bought", TransactionType.REVERSAL, 700, 100, "con-bought"),
                        row("lot-after", TransactionType.GRANT, 300, -600, "lot-after"),
                        row("pur-1:dispute:12", TransactionType.DISPUTE, -1_000, -900, "pur-1"),
                        row("pur-1:refund:10", TransactionType.REFUND, 50, 100, "pur-1"),
                        row("pur-1:refund:8", TransactionType.REFUND, -50, 50, "pur-1"),
                        row("con-bought", TransactionType.CONSUMPTION, -900, 100, null),
                        row("lot-bought", TransactionType.PURCHASE, 1_000, 1_000, "pur-1"));
        assertThat(page.items())
                .extracting(TransactionLine::description)
                .contains(
                        TransactionLines.REFUNDED,
                        TransactionLines.REFUND_REVERSED,
                        TransactionLines.DISPUTE_LOST,
                        TransactionLines.DISPUTE_WON);
        assertThat(page.revision()).isEqualTo(17);
    }

    private static Tuple row(
            String id, TransactionType type, long amount, long balanceAfter, @Nullable String reference) {
        return tuple(id, type, amount, balanceAfter, reference);
    }

    @Test
    void keepsTheWebsiteAndTheNotesOfAConsumption() {
        TransactionLine line = only(new FindTransactions(
                ALICE, TransactionType.CONSUMPTION, null, null, null, null, null, null, 50, null, null));

        assertThat(line.website()).isEqualTo(ACME);
        assertThat(line.metadata().entries()).containsEntry("model", "large").containsEntry("tokens", 1_200);
        assertThat(line.description()).isEqualTo("Website generation");
    }

    private TransactionLine only(FindTransactions question) {
        Page<TransactionLine> page = readModels.page(question);
        assertThat(page.items()).hasSize(1);
        return page.items().getFirst();
    }

    @Test
    void pagesCoverEveryLineOnce() {
        List<TransactionLine> all = all(null, null, null, null, null, null, 7);

        assertThat(all).hasSize(251);
        assertThat(all).extracting(TransactionLine::revision).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(all).extracting(TransactionLine::transactionId).doesNotHaveDuplicates();
    }

    @Test
    void theAmountsUpToALineAddUpToItsBalance() {
        long balance = 0;
        for (TransactionLine line : all(null, null, null, null, null, -1L, 100)) {
            balance += line.amount();
            assertThat(line.balanceAfter()).isEqualTo(balance);
        }
    }

    @Test
    void filtersByWebsite() {
        assertThat(all(null, "site-3", null, null, null, null, 9))
                .hasSize(50)
                .allMatch(line -> line.website() != null && line.website().id().equals("site-3"));
    }

    @Test
    void filtersByTypeAndWebsiteTogether() {
        assertThat(all(TransactionType.CONSUMPTION, "site-3", null, null, null, null, 9))
                .hasSize(50);
        assertThat(all(TransactionType.PURCHASE, "site-3", null, null, null, null, 9))
                .isEmpty();
        assertThat(all(TransactionType.PURCHASE, null, null, null, null, null, 9))
                .hasSize(1);
    }

    @Test
    void filtersByAHalfOpenPeriod() {
        List<TransactionLine> all = all(null, null, null, null, null, -1L, 100);
        Instant from = all.get(100).occurredAt();
        Instant to = all.get(180).occurredAt();

        assertThat(all(null, null, from, to, null, null, 11))
                .hasSize(80)
                .allMatch(line ->
                        !line.occurredAt().isBefore(from) && line.occurredAt().isBefore(to));
    }

    @Test
    void filtersByTextLetterCaseAsideAndWithoutWildcards() {
        assertThat(all(null, null, null, null, "iMAGE 100% NO_24", null, 100)).hasSize(11);
        assertThat(all(null, null, null, null, "Image%no", null, 100)).isEmpty();
    }

    @Test
    void followsTheHistoryFromARevisionOn() {
        Page<TransactionLine> page = readModels.page(FindTransactions.after(BUSY, 100, 5));

        assertThat(page.items()).extracting(TransactionLine::revision).containsExactly(101L, 102L, 103L, 104L, 105L);
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThatThrownBy(() -> readModels.page(new FindTransactions(
                        BUSY, null, null, null, null, null, null, null, 5, "b3Blbi1sb3RzIDU", null)))
                .isInstanceOfSatisfying(QueryExecutionException.class, refused -> assertThat(refused.getDetails())
                        .contains(new InvalidCursor("b3Blbi1sb3RzIDU")));
        assertThatThrownBy(() -> readModels.page(
                        new FindTransactions(BUSY, null, null, null, null, null, null, null, 5, "%%", null)))
                .isInstanceOf(QueryExecutionException.class);
    }

    @Test
    void knowsNothingOfAnAccountThatWasNeverOpened() {
        assertThat(readModels.hasPage(FindTransactions.of(new AccountId("nobody"), 5)))
                .isFalse();
    }

    private List<TransactionLine> all(
            @Nullable TransactionType type,
            @Nullable String website,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text,
            @Nullable Long after,
            int limit) {
        List<TransactionLine> lines = new ArrayList<>();
        String cursor = null;
        do {
            Page<TransactionLine> page = readModels.page(
                    new FindTransactions(BUSY, type, website, from, to, text, null, after, limit, cursor, null));
            lines.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return lines;
    }
}

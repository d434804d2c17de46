package io.creditledger.projections.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.QueryRejection.InvalidCursor;
import io.creditledger.api.account.queries.QueryRejection.ProjectionBehind;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.queries.AutoTopUpView;
import io.creditledger.api.purchase.queries.AutoTopUpView.State;
import io.creditledger.api.purchase.queries.FindAccountOfCustomer;
import io.creditledger.api.purchase.queries.FindAutoTopUp;
import io.creditledger.api.purchase.queries.FindPaymentMethods;
import io.creditledger.api.purchase.queries.FindPurchase;
import io.creditledger.api.purchase.queries.FindPurchases;
import io.creditledger.api.purchase.queries.FindUnfinishedPayments;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import io.creditledger.api.purchase.queries.PaymentMethodsView;
import io.creditledger.api.purchase.queries.PurchaseView;
import io.creditledger.api.purchase.queries.UnfinishedPayment;
import io.creditledger.api.purchase.queries.UnfinishedPayment.Kind;
import io.creditledger.projections.History;
import io.creditledger.projections.PostgresForTests;
import io.creditledger.projections.ReadModels;
import io.creditledger.projections.ScriptedAccount;
import io.creditledger.projections.platform.ProjectionControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaymentsProjectionIT {

    private static final Instant LONG_AFTER = History.BEGINNING.plus(Duration.ofDays(365));

    private static ReadModels readModels;
    private static final History HISTORY = new History();
    private static int accounts;

    private final ScriptedAccount account = HISTORY.account("account-" + accounts++);

    @BeforeAll
    static void start() {
        readModels = ReadModels.start(HISTORY, PostgresForTests.newDatabase());
    }

    @AfterAll
    static void stop() {
        readModels.close();
    }

    @AfterEach
    void nothingIsSetAside() {
        assertThat(ProjectionControl.of(readModels).deadLetters()).isZero();
    }

    @Test
    void showsWhatWasBoughtAndHowItWasPaid() {
        account.opened();
        Instant startedAt = HISTORY.now();
        account.purchaseStarted("pur-shown", 1_000)
                .paymentRequested("pur-shown")
                .succeeded("pur-shown")
                .paid("pur-shown", "lot-shown");

        assertThat(purchase("pur-shown"))
                .isEqualTo(new PurchaseView(
                        "pur-shown",
                        PurchaseStatus.SUCCEEDED,
                        PurchaseInitiator.CUSTOMER,
                        new CreditPackage(new PackageId("pack-1000"), 1, Credits.of(1_000), new Price(100, "usd")),
                        "pi-pur-shown",
                        null,
                        null,
                        null,
                        "https://pay.example/pur-shown",
                        "lot-shown",
                        new Price(0, "usd"),
                        0,
                        startedAt,
                        startedAt.plus(Duration.ofMinutes(3)),
                        4));
    }

    @Test
    void aPurchaseIsWhatThePaymentProviderSaidLast() {
        account.opened().purchaseStarted("pur-turns", 1_000);
        assertThat(status("pur-turns")).isEqualTo(PurchaseStatus.PROCESSING);

        account.paymentRequested("pur-turns");
        assertThat(status("pur-turns")).isEqualTo(PurchaseStatus.REQUIRES_PAYMENT_METHOD);

        account.declined("pur-turns", "expired_card");
        assertThat(status("pur-turns")).isEqualTo(PurchaseStatus.REQUIRES_PAYMENT_METHOD);
        assertThat(purchase("pur-turns").failure()).isEqualTo(ScriptedAccount.failure("expired_card"));

        account.actionRequired("pur-turns");
        assertThat(status("pur-turns")).isEqualTo(PurchaseStatus.REQUIRES_ACTION);
        assertThat(purchase("pur-turns").failure()).isNull();

        account.underWay("pur-turns");
        assertThat(status("pur-turns")).isEqualTo(PurchaseStatus.PROCESSING);

        account.declined("pur-turns", "do_not_honor").retried("pur-turns", 2);
        assertThat(status("pur-turns")).isEqualTo(PurchaseStatus.PROCESSING);

        account.declined("pur-turns", "do_not_honor").succeeded("pur-turns");
        assertThat(status("pur-turns")).isEqualTo(PurchaseStatus.SUCCEEDED);
        assertThat(purchase("pur-turns").failure()).isNull();
    }

    @Test
    void aPurchaseThatIsToBeCanceledIsOpenUntilItIs() {
        account.opened()
                .purchaseStarted("pur-left", 1_000)
                .paymentRequested("pur-left")
                .cancellationRequested("pur-left", CancellationReason.STALE);

        assertThat(status("pur-left")).isEqualTo(PurchaseStatus.REQUIRES_PAYMENT_METHOD);
        assertThat(purchase("pur-left").cancellation()).isEqualTo(CancellationReason.STALE);
        assertThat(unfinished())
                .extracting(UnfinishedPayment::kind, UnfinishedPayment::purchaseId)
                .containsExactly(task(Kind.PURCHASE, "pur-left"));

        account.canceled("pur-left");

        assertThat(status("pur-left")).isEqualTo(PurchaseStatus.CANCELED);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void aPaymentThatCameJustBeforeTheEndCounts() {
        account.opened()
                .purchaseStarted("pur-late", 1_000)
                .cancellationRequested("pur-late", CancellationReason.REQUESTED)
                .canceled("pur-late")
                .succeeded("pur-late")
                .paid("pur-late", "lot-late");

        assertThat(status("pur-late")).isEqualTo(PurchaseStatus.SUCCEEDED);
    }

    @Test
    void aRefusedPurchaseHasFailed() {
        account.opened().purchaseStarted("pur-refused", 1_000).failed("pur-refused", "stolen_card");

        assertThat(status("pur-refused")).isEqualTo(PurchaseStatus.FAILED);
        assertThat(purchase("pur-refused").failure()).isEqualTo(ScriptedAccount.failure("stolen_card"));
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void aTopUpThatWasDeclinedFailsWhereOneThatWasCalledOffIsCanceled() {
        account.opened()
                .topUpStarted("top-declined", 1_000)
                .declined("top-declined", "insufficient_funds")
                .cancellationRequested("top-declined", CancellationReason.DECLINED)
                .canceled("top-declined")
                .topUpStarted("top-off", 1_000)
                .cancellationRequested("top-off", CancellationReason.REQUESTED)
                .canceled("top-off")
                .purchaseStarted("pur-declined", 1_000)
                .declined("pur-declined", "insufficient_funds")
                .canceled("pur-declined");

        assertThat(status("top-declined")).isEqualTo(PurchaseStatus.FAILED);
        assertThat(status("top-off")).isEqualTo(PurchaseStatus.CANCELED);
        assertThat(status("pur-declined")).isEqualTo(PurchaseStatus.CANCELED);
    }

    @Test
    void refundsTellHowMuchWentBack() {
        account.opened()
                .purchaseStarted("pur-refunds", 1_000)
                .succeeded("pur-refunds")
                .paid("pur-refunds", "lot-refunds")
                .refundRequested("rfd-1", "pur-refunds", 400);
        assertThat(status("pur-refunds")).isEqualTo(PurchaseStatus.SUCCEEDED);
        assertThat(unfinished())
                .extracting(UnfinishedPayment::kind, UnfinishedPayment::purchaseId)
                .containsExactly(task(Kind.REFUND, "pur-refunds"));

        account.refunded("pur-refunds", 40, 400, "rfd-1");
        assertThat(status("pur-refunds")).isEqualTo(PurchaseStatus.PARTIALLY_REFUNDED);
        assertThat(purchase("pur-refunds").refunded()).isEqualTo(new Price(40, "usd"));
        assertThat(purchase("pur-refunds").clawedBack()).isEqualTo(400);
        assertThat(unfinished()).isEmpty();

        account.refunded("pur-refunds", 100, 600);
        assertThat(status("pur-refunds")).isEqualTo(PurchaseStatus.REFUNDED);
        assertThat(purchase("pur-refunds").clawedBack()).isEqualTo(1_000);

        account.refundReversed("pur-refunds", 40, 600);
        assertThat(status("pur-refunds")).isEqualTo(PurchaseStatus.PARTIALLY_REFUNDED);

        account.refundReversed("pur-refunds", 0, 400);
        assertThat(status("pur-refunds")).isEqualTo(PurchaseStatus.SUCCEEDED);
        assertThat(purchase("pur-refunds").clawedBack()).isZero();
    }

    @Test
    void aRefundThatFailsIsDoneWith() {
        account.opened()
                .purchaseStarted("pur-stuck", 1_000)
                .succeeded("pur-stuck")
                .paid("pur-stuck", "lot-stuck")
                .refundRequested("rfd-2", "pur-stuck", 400)
                .refundRequested("rfd-3", "pur-stuck", 100)
                .refundFailed("rfd-2");

        assertThat(unfinished())
                .extracting(UnfinishedPayment::kind, UnfinishedPayment::purchaseId)
                .containsExactly(task(Kind.REFUND, "pur-stuck"));
        assertThat(status("pur-stuck")).isEqualTo(PurchaseStatus.SUCCEEDED);
    }

    @Test
    void aDisputeThatStandsOutranksRefunds() {
        account.opened()
                .purchaseStarted("pur-disputed", 1_000)
                .succeeded("pur-disputed")
                .paid("pur-disputed", "lot-disputed")
                .refunded("pur-disputed", 10, 100)
                .disputed("du-1", "pur-disputed");
        assertThat(status("pur-disputed")).isEqualTo(PurchaseStatus.DISPUTED);

        account.disputeLost("du-1", "pur-disputed");
        assertThat(status("pur-disputed")).isEqualTo(PurchaseStatus.DISPUTED);
        assertThat(purchase("pur-disputed").clawedBack()).isEqualTo(1_000);

        account.disputed("du-2", "pur-disputed").disputeWon("du-2", "pur-disputed", 0);
        assertThat(status("pur-disputed")).isEqualTo(PurchaseStatus.DISPUTED);

        account.disputeWon("du-1", "pur-disputed", 900);
        assertThat(status("pur-disputed")).isEqualTo(PurchaseStatus.PARTIALLY_REFUNDED);
        assertThat(purchase("pur-disputed").clawedBack()).isEqualTo(100);
    }

    @Test
    void listsPurchasesTheLastStartedFirst() {
        account.opened();
        for (int number = 0; number < 7; number++) {
            account.purchaseStarted("pur-list-" + number, 10);
        }
        account.underWay("pur-list-0");

        assertThat(purchases(null))
                .extracting(PurchaseView::purchaseId)
                .containsExactly(
                        "pur-list-6",
                        "pur-list-5",
                        "pur-list-4",
                        "pur-list-3",
                        "pur-list-2",
                        "pur-list-1",
                        "pur-list-0");
    }

    @Test
    void followsPurchasesInTheOrderOfTheirLastChanges() {
        account.opened()
                .purchaseStarted("pur-follow-0", 10)
                .purchaseStarted("pur-follow-1", 10)
                .purchaseStarted("pur-follow-2", 10)
                .purchaseStarted("pur-follow-3", 10)
                .underWay("pur-follow-1");

        assertThat(purchases(2L))
                .extracting(PurchaseView::purchaseId, PurchaseView::revision)
                .containsExactly(tuple("pur-follow-2", 3L), tuple("pur-follow-3", 4L), tuple("pur-follow-1", 5L));
        assertThat(purchases(5L)).isEmpty();
    }

    @Test
    void refusesACursorOfAnotherList() {
        account.opened().purchaseStarted("pur-cursor-0", 10).purchaseStarted("pur-cursor-1", 10);
        String cursor = page(null, 1, null).nextCursor();

        assertThatThrownBy(() -> page(0L, 1, cursor))
                .isInstanceOfSatisfying(QueryExecutionException.class, refused -> assertThat(refused.getDetails())
                        .containsInstanceOf(InvalidCursor.class));
    }

    @Test
    void listsCardsTheDefaultFirst() {
        account.opened()
                .cardSaved("pm-a")
                .cardPreferred("pm-a")
                .cardSaved("pm-b")
                .cardSaved("pm-c")
                .cardRenewed("pm-b", 2035)
                .cardPreferred("pm-c");

        PaymentMethodsView cards = cards(null);

        assertThat(cards.items())
                .extracting(
                        PaymentMethodView::paymentMethodId, PaymentMethodView::isDefault, PaymentMethodView::expYear)
                .containsExactly(tuple("pm-c", true, 2030), tuple("pm-a", false, 2030), tuple("pm-b", false, 2035));
        assertThat(cards.revision()).isEqualTo(6);
        assertThat(cards.items().get(1))
                .isEqualTo(new PaymentMethodView(
                        "pm-a", "visa", "4242", 4, 2030, "fingerprint-pm-a", null, false, false, 6));
    }

    @Test
    void aRemovedCardIsGoneAtOnceAndForgottenLater() {
        account.opened()
                .cardSaved("pm-stays")
                .cardSaved("pm-goes")
                .cardPreferred("pm-goes")
                .cardRemovalRequested("pm-goes")
                .cardPreferred("pm-stays");

        assertThat(cards(null).items())
                .extracting(PaymentMethodView::paymentMethodId)
                .containsExactly("pm-stays");
        assertThat(cards(2L).items())
                .extracting(
                        PaymentMethodView::paymentMethodId,
                        PaymentMethodView::removed,
                        PaymentMethodView::isDefault,
                        PaymentMethodView::revision)
                .containsExactly(tuple("pm-goes", true, false, 4L), tuple("pm-stays", false, true, 5L));
        assertThat(unfinished())
                .extracting(UnfinishedPayment::kind, UnfinishedPayment::purchaseId)
                .containsExactly(task(Kind.CARD_REMOVAL, null));

        account.cardRemoved("pm-goes");

        assertThat(unfinished()).isEmpty();
        assertThat(cards(5L).items()).isEmpty();
    }

    @Test
    void aCardThatThePaymentProviderDroppedIsGone() {
        account.opened().cardSaved("pm-dropped").cardRemoved("pm-dropped");

        assertThat(cards(null).items()).isEmpty();
        assertThat(cards(1L).items())
                .extracting(PaymentMethodView::removed, PaymentMethodView::revision)
                .containsExactly(tuple(true, 2L));
    }

    @Test
    void knowsWhoseCustomerItIs() {
        account.opened().customer("cus-1");
        publish();
        assertThat(accountOf("cus-1")).containsExactly(account.id());

        account.customerForgotten("cus-1").customer("cus-2");
        publish();
        assertThat(accountOf("cus-1")).isEmpty();
        assertThat(accountOf("cus-2")).containsExactly(account.id());

        account.customerForgotten("cus-2").customer("cus-2");
        publish();
        assertThat(accountOf("cus-2")).containsExactly(account.id());
    }

    private List<AccountId> accountOf(String customer) {
        cards(null);
        return readModels.find(new FindAccountOfCustomer(new CustomerReference(customer)), AccountId.class).stream()
                .toList();
    }

    @Test
    void topUpsAreOffUntilTheyAreConfigured() {
        account.opened();

        assertThat(autoTopUp())
                .isEqualTo(new AutoTopUpView(
                        State.OFF,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        HISTORY.now().minus(Duration.ofMinutes(1))));

        account.topUpsConfigured(500, 1_000, 5_000).topUpsDisabled();

        assertThat(autoTopUp().state()).isEqualTo(State.OFF);
        assertThat(autoTopUp().monthlyLimit()).isNull();
    }

    @Test
    void countsWhatTopUpsOfTheMonthCost() {
        HISTORY.at(Instant.parse("2026-04-30T23:59:00Z"));
        account.opened().topUpsConfigured(500, 1_000, 5_000);
        HISTORY.at(Instant.parse("2026-04-30T23:59:59Z"));
        account.topUpStarted("top-april", 1_000)
                .succeeded("top-april")
                .paid("top-april", "lot-april")
                .topUpStarted("top-paid", 2_000)
                .succeeded("top-paid")
                .paid("top-paid", "lot-paid")
                .topUpStarted("top-refused", 4_000)
                .declined("top-refused", "insufficient_funds")
                .canceled("top-refused")
                .purchaseStarted("pur-own", 8_000)
                .topUpStarted("top-open", 16_000);

        AutoTopUpView topUp = autoTopUp();

        assertThat(topUp.state()).isEqualTo(State.ON);
        assertThat(topUp.threshold()).isEqualTo(500);
        assertThat(topUp.packageId()).isEqualTo("pack-1000");
        assertThat(topUp.monthlyLimit()).isEqualTo(new Price(5_000, "usd"));
        assertThat(topUp.spentThisMonth()).isEqualTo(new Price(1_800, "usd"));
        assertThat(topUp.openPurchaseId()).isEqualTo("top-open");
    }

    @Test
    void aDeclinedTopUpIsTriedAgainLater() {
        account.opened().topUpsConfigured(500, 1_000, 5_000).topUpStarted("top-again", 1_000);
        Instant next = HISTORY.now().plus(Duration.ofHours(6));
        account.declined("top-again", "insufficient_funds")
                .canceled("top-again")
                .topUpsPostponed("top-again", "insufficient_funds", next);

        assertThat(autoTopUp().state()).isEqualTo(State.ON);
        assertThat(autoTopUp().failure()).isEqualTo(ScriptedAccount.failure("insufficient_funds"));
        assertThat(autoTopUp().nextAttemptAt()).isEqualTo(next);
        assertThat(unfinished()).containsExactly(new UnfinishedPayment(account.id(), Kind.AUTO_TOP_UP, null, next));
        assertThat(unfinishedAt(next.minusMillis(1))).isEmpty();

        account.topUpStarted("top-then", 1_000);
        assertThat(autoTopUp().nextAttemptAt()).isNull();
        assertThat(unfinished())
                .extracting(UnfinishedPayment::kind, UnfinishedPayment::purchaseId)
                .containsExactly(task(Kind.PURCHASE, "top-then"));

        account.succeeded("top-then");
        assertThat(autoTopUp().failure()).isNull();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void pausedTopUpsGoOnByThemselvesOrNot() {
        Instant next = Instant.parse("2027-01-01T00:00:00Z");
        account.opened()
                .topUpsConfigured(500, 1_000, 5_000)
                .topUpsPaused(PauseReason.MONTHLY_LIMIT_REACHED, null, next);
        assertThat(autoTopUp().state()).isEqualTo(State.PAUSED);
        assertThat(autoTopUp().pausedReason()).isEqualTo(PauseReason.MONTHLY_LIMIT_REACHED);
        assertThat(unfinished()).extracting(UnfinishedPayment::dueAt).containsExactly(next);

        account.topUpsResumed();
        assertThat(autoTopUp().state()).isEqualTo(State.ON);
        assertThat(unfinished()).isEmpty();

        account.topUpsPaused(PauseReason.PAYMENT_DECLINED, ScriptedAccount.failure("stolen_card"), null);
        assertThat(autoTopUp().state()).isEqualTo(State.PAUSED);
        assertThat(autoTopUp().failure()).isEqualTo(ScriptedAccount.failure("stolen_card"));
        assertThat(unfinished()).isEmpty();

        account.topUpsConfigured(700, 1_000, 5_000);
        assertThat(autoTopUp().state()).isEqualTo(State.ON);
        assertThat(autoTopUp().failure()).isNull();
        assertThat(autoTopUp().threshold()).isEqualTo(700);

        account.topUpsPaused(PauseReason.MONTHLY_LIMIT_REACHED, null, next).topUpsDisabled();
        assertThat(autoTopUp().state()).isEqualTo(State.OFF);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void namesWhatIsLongestDueFirst() {
        account.opened().cardSaved("pm-due");
        Instant begun = HISTORY.now();
        account.purchaseStarted("pur-due-0", 10).cardRemovalRequested("pm-due").purchaseStarted("pur-due-1", 10);
        publish();
        cards(null);

        List<UnfinishedPayment> all = unfinishedAt(LONG_AFTER);
        assertThat(all)
                .containsExactly(
                        new UnfinishedPayment(account.id(), Kind.PURCHASE, "pur-due-0", begun),
                        new UnfinishedPayment(account.id(), Kind.CARD_REMOVAL, null, begun.plus(Duration.ofMinutes(1))),
                        new UnfinishedPayment(
                                account.id(), Kind.PURCHASE, "pur-due-1", begun.plus(Duration.ofMinutes(2))));
        assertThat(unfinishedAt(begun)).hasSize(1);
        assertThat(readModels.list(new FindUnfinishedPayments(Instant.EPOCH, LONG_AFTER, 1), UnfinishedPayment.class))
                .hasSize(1);
    }

    @Test
    void knowsNothingOfAnAccountThatWasNeverOpened() {
        AccountId nobody = new AccountId("nobody");

        assertThat(readModels.find(new FindPurchase(nobody, new PurchaseId("pur-none"), null), PurchaseView.class))
                .isEmpty();
        assertThat(readModels.hasPage(new FindPurchases(nobody, null, 5, null, null)))
                .isFalse();
        assertThat(readModels.find(new FindPaymentMethods(nobody, null, null), PaymentMethodsView.class))
                .isEmpty();
        assertThat(readModels.find(new FindAutoTopUp(nobody, null), AutoTopUpView.class))
                .isEmpty();
        assertThat(readModels.find(new FindAccountOfCustomer(new CustomerReference("cus-none")), AccountId.class))
                .isEmpty();
        assertThatThrownBy(() -> readModels.find(new FindAutoTopUp(nobody, 0L), AutoTopUpView.class))
                .isInstanceOfSatisfying(QueryExecutionException.class, refused -> assertThat(refused.getDetails())
                        .contains(new ProjectionBehind("nobody", 0, -1)));
    }

    @Test
    void anotherAccountsPurchaseIsUnknown() {
        account.opened().purchaseStarted("pur-mine", 10);
        HISTORY.account(account.id() + "-other").opened();
        publish();

        assertThat(readModels.find(
                        new FindPurchase(new AccountId(account.id() + "-other"), new PurchaseId("pur-mine"), 0L),
                        PurchaseView.class))
                .isEmpty();
    }

    private long publish() {
        HISTORY.publish();
        return HISTORY.revision(account.id().value());
    }

    private PurchaseView purchase(String purchase) {
        return readModels
                .find(new FindPurchase(account.id(), new PurchaseId(purchase), publish()), PurchaseView.class)
                .orElseThrow();
    }

    private PurchaseStatus status(String purchase) {
        return purchase(purchase).status();
    }

    private List<PurchaseView> purchases(@Nullable Long afterRevision) {
        List<PurchaseView> purchases = new ArrayList<>();
        String cursor = null;
        do {
            Page<PurchaseView> page = page(afterRevision, 2, cursor);
            purchases.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return purchases;
    }

    private Page<PurchaseView> page(@Nullable Long afterRevision, int limit, @Nullable String cursor) {
        return readModels.page(new FindPurchases(account.id(), afterRevision, limit, cursor, publish()));
    }

    private PaymentMethodsView cards(@Nullable Long afterRevision) {
        return readModels
                .find(new FindPaymentMethods(account.id(), afterRevision, publish()), PaymentMethodsView.class)
                .orElseThrow();
    }

    private AutoTopUpView autoTopUp() {
        return readModels
                .find(new FindAutoTopUp(account.id(), publish()), AutoTopUpView.class)
                .orElseThrow();
    }

    private static Tuple task(Kind kind, @Nullable String purchase) {
        return tuple(kind, purchase);
    }

    /** What there is to do for this account, whenever it is due. */
    private List<UnfinishedPayment> unfinished() {
        cards(null);
        return unfinishedAt(LONG_AFTER);
    }

    private List<UnfinishedPayment> unfinishedAt(Instant moment) {
        return readModels
                .list(new FindUnfinishedPayments(Instant.EPOCH, moment, 1_000), UnfinishedPayment.class)
                .stream()
                .filter(task -> task.accountId().equals(account.id()))
                .toList();
    }
}

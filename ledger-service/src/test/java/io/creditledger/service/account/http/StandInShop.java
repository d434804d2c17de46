package io.creditledger.service.account.http;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.LedgerRejection;
import io.creditledger.api.Refused;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.CustomerState;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseRejection;
import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.commands.CancelPurchase;
import io.creditledger.api.purchase.commands.ConfigureAutoTopUp;
import io.creditledger.api.purchase.commands.DisableAutoTopUp;
import io.creditledger.api.purchase.commands.FailPurchase;
import io.creditledger.api.purchase.commands.FailRefund;
import io.creditledger.api.purchase.commands.ForgetPaymentMethod;
import io.creditledger.api.purchase.commands.InspectCustomer;
import io.creditledger.api.purchase.commands.InspectPurchase;
import io.creditledger.api.purchase.commands.PurchaseCommand;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RecordPayment;
import io.creditledger.api.purchase.commands.RefundPurchase;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.commands.SetDefaultPaymentMethod;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseFailed;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.api.purchase.queries.AutoTopUpView;
import io.creditledger.api.purchase.queries.FindAutoTopUp;
import io.creditledger.api.purchase.queries.FindPaymentMethods;
import io.creditledger.api.purchase.queries.FindPurchase;
import io.creditledger.api.purchase.queries.FindPurchases;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import io.creditledger.api.purchase.queries.PaymentMethodsView;
import io.creditledger.api.purchase.queries.PurchaseQuery;
import io.creditledger.api.purchase.queries.PurchaseView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of the stand-in that buys: each account has one purchase, which goes as the account's name says. It remembers no more
 * than what it was told of its payment.
 */
class StandInShop {

    static final String CARD = "pm_1";
    private static final CreditPackage PACKAGE =
            new CreditPackage(new PackageId("credits-10000"), 1, Credits.of(10_000), new Price(1_000, "usd"));
    private static final long OUTCOME = 2;
    private static final long REFUND_REQUESTED = 4;
    private static final long REFUND_SETTLED = 5;

    final Queue<PurchaseCommand> received = new ConcurrentLinkedQueue<>();
    final Queue<PurchaseQuery> questions = new ConcurrentLinkedQueue<>();

    private final StandInLedger ledger;
    private final StandInGateway gateway;
    private final Map<AccountId, RefundId> openRefunds = new ConcurrentHashMap<>();

    StandInShop(StandInLedger ledger, StandInGateway gateway) {
        this.ledger = ledger;
        this.gateway = gateway;
    }

    void forget() {
        received.clear();
        questions.clear();
        openRefunds.clear();
        gateway.asked.clear();
        gateway.away = false;
        ledger.stored.clear();
    }

    @CommandHandler
    Recorded decide(PurchaseCredits command) {
        refuse(command);
        if (command.packageId().value().equals("none")) {
            throw refusal(new PurchaseRejection.PackageNotFound("none"));
        }
        return new Recorded(
                new PurchaseStarted(
                        command.accountId(),
                        PurchaseId.of(command.requestId()),
                        PACKAGE,
                        PurchaseInitiator.CUSTOMER,
                        command.paymentMethodId(),
                        command.savePaymentMethod(),
                        StandInLedger.balance(10, 3)),
                1,
                StandInLedger.NOON,
                ledger.stored.containsKey(command.accountId()));
    }

    @CommandHandler
    PurchaseState decide(InspectPurchase command) {
        refuseUnknown(command.accountId(), command.purchaseId());
        return state(command.accountId(), command.purchaseId());
    }

    @CommandHandler
    PurchaseState decide(RecordPayment command) {
        if (!has(command.accountId(), OUTCOME)) {
            store(OUTCOME, outcome(command.accountId(), command.purchaseId()));
        }
        if (openRefunds.containsKey(command.accountId()) && gateway.asked.contains("refund")) {
            settle(command.accountId(), command.purchaseId());
        }
        return state(command.accountId(), command.purchaseId());
    }

    @CommandHandler
    PurchaseState decide(FailPurchase command) {
        store(
                OUTCOME,
                new PurchaseFailed(
                        command.accountId(), command.purchaseId(), command.failure(), StandInLedger.balance(10, 3)));
        return state(command.accountId(), command.purchaseId());
    }

    @CommandHandler
    PurchaseState decide(CancelPurchase command) {
        refuse(command);
        refuseUnknown(command.accountId(), command.purchaseId());
        if (command.accountId().value().equals("paid")) {
            throw refusal(
                    new PurchaseRejection.PurchaseNotOpen(command.purchaseId().value(), PurchaseStatus.SUCCEEDED));
        }
        return state(command.accountId(), command.purchaseId());
    }

    @CommandHandler
    Recorded decide(RefundPurchase command) {
        refuse(command);
        refuseUnknown(command.accountId(), command.purchaseId());
        RefundRequested fact = new RefundRequested(
                command.accountId(),
                RefundId.of(command.requestId()),
                command.purchaseId(),
                Objects.requireNonNullElse(command.credits(), Credits.of(10_000)),
                new Price(500, "usd"),
                command.reason(),
                StandInLedger.balance(10_000, 0));
        boolean replayed = has(command.accountId(), REFUND_REQUESTED);
        if (!replayed) {
            store(OUTCOME, paid(command.accountId(), command.purchaseId()));
            store(REFUND_REQUESTED, fact);
            openRefunds.put(command.accountId(), fact.refundId());
        }
        return new Recorded(fact, REFUND_REQUESTED, StandInLedger.NOON, replayed);
    }

    @CommandHandler
    PurchaseState decide(FailRefund command) {
        openRefunds.remove(command.accountId());
        store(
                REFUND_SETTLED,
                new RefundFailed(
                        command.accountId(),
                        command.refundId(),
                        command.purchaseId(),
                        Credits.of(10_000),
                        command.failure(),
                        null,
                        StandInLedger.balance(10_000, 0)));
        return state(command.accountId(), command.purchaseId());
    }

    /** What the account concludes once the payment provider has the refund. */
    private void settle(AccountId account, PurchaseId purchase) {
        RefundId made = Objects.requireNonNull(openRefunds.remove(account));
        store(
                REFUND_SETTLED,
                new PurchaseRefunded(
                        account,
                        purchase,
                        new Price(500, "usd"),
                        List.of(made),
                        Credits.of(10_000),
                        List.of(),
                        StandInLedger.NOON,
                        StandInLedger.balance(0, 0)));
    }

    @CommandHandler
    CustomerState decide(InspectCustomer command) {
        refuse(command);
        return new CustomerState(new CustomerReference("cus_1"), 0, null, List.of(new PaymentMethodId("pm_removed")));
    }

    @CommandHandler
    long decide(SetDefaultPaymentMethod command) {
        refuse(command);
        refuseUnknown(command.paymentMethodId());
        return 5;
    }

    @CommandHandler
    long decide(RemovePaymentMethod command) {
        refuse(command);
        refuseUnknown(command.paymentMethodId());
        return 5;
    }

    @CommandHandler
    long decide(ForgetPaymentMethod command) {
        refuse(command);
        return 5;
    }

    @CommandHandler
    long decide(ConfigureAutoTopUp command) {
        refuse(command);
        return 5;
    }

    @CommandHandler
    long decide(DisableAutoTopUp command) {
        refuse(command);
        return 5;
    }

    @QueryHandler
    Optional<PurchaseView> find(FindPurchase query) {
        questions.add(query);
        boolean lagging = query.accountId().value().equals("just-bought") && query.minRevision() == null;
        return lagging || isUnknown(query.accountId(), query.purchaseId())
                ? Optional.empty()
                : Optional.of(view(query.purchaseId().value(), 5));
    }

    /** Handlers of pages are found by the bare type. Null when there is no such account. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    @Nullable
    Page find(FindPurchases query) {
        questions.add(query);
        if (query.accountId().value().equals("unknown")) {
            return null;
        }
        Long after = query.afterRevision();
        List<PurchaseView> changed = List.of(view("pur_1", 3), view("pur_2", 4), view("pur_3", 6));
        return new Page<>(
                after == null
                        ? List.of(view("pur_1", 5))
                        : changed.stream()
                                .filter(purchase -> purchase.revision() > after)
                                .toList(),
                null,
                5L,
                StandInLedger.NOON);
    }

    @QueryHandler
    Optional<PaymentMethodsView> find(FindPaymentMethods query) {
        questions.add(query);
        return query.accountId().value().equals("unknown")
                ? Optional.empty()
                : Optional.of(new PaymentMethodsView(
                        List.of(new PaymentMethodView(CARD, "visa", "4242", 12, 2030, null, "US", true, false, 5)),
                        5,
                        StandInLedger.NOON));
    }

    @QueryHandler
    Optional<AutoTopUpView> find(FindAutoTopUp query) {
        questions.add(query);
        return query.accountId().value().equals("unknown")
                ? Optional.empty()
                : Optional.of(new AutoTopUpView(
                        AutoTopUpView.State.OFF,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        5,
                        StandInLedger.NOON));
    }

    private static PurchaseView view(String purchase, long revision) {
        return new PurchaseView(
                purchase,
                PurchaseStatus.REQUIRES_PAYMENT_METHOD,
                PurchaseInitiator.CUSTOMER,
                PACKAGE,
                "pi_1",
                null,
                null,
                null,
                null,
                null,
                new Price(0, "usd"),
                0,
                StandInLedger.NOON,
                StandInLedger.NOON,
                revision);
    }

    private PurchaseState state(AccountId account, PurchaseId purchase) {
        boolean hasOutcome = has(account, OUTCOME);
        RefundId refund = openRefunds.get(account);
        return new PurchaseState(
                purchase,
                PACKAGE,
                PurchaseInitiator.CUSTOMER,
                null,
                false,
                new CustomerReference("cus_1"),
                0,
                status(account, hasOutcome),
                1,
                hasOutcome && !account.value().equals("refused") ? StandInGateway.paymentOf(account) : null,
                null,
                false,
                StandInLedger.NOON,
                hasOutcome ? OUTCOME : null,
                refund == null ? List.of() : List.of(new PurchaseState.OpenRefund(refund, 500)));
    }

    private static PurchaseStatus status(AccountId account, boolean hasOutcome) {
        return switch (account.value()) {
            case "paid" -> PurchaseStatus.SUCCEEDED;
            case "pays" -> hasOutcome ? PurchaseStatus.SUCCEEDED : PurchaseStatus.PROCESSING;
            case "slow" -> PurchaseStatus.PROCESSING;
            case "asks" -> hasOutcome ? PurchaseStatus.REQUIRES_ACTION : PurchaseStatus.PROCESSING;
            case "refused" -> hasOutcome ? PurchaseStatus.FAILED : PurchaseStatus.PROCESSING;
            default -> hasOutcome ? PurchaseStatus.REQUIRES_PAYMENT_METHOD : PurchaseStatus.PROCESSING;
        };
    }

    private static LedgerEvent outcome(AccountId account, PurchaseId purchase) {
        PaymentReference payment = StandInGateway.paymentOf(account);
        return switch (account.value()) {
            case "pays" -> paid(account, purchase);
            case "slow" ->
                new PaymentUnderWay(account, purchase, payment, StandInLedger.NOON, StandInLedger.balance(10, 3));
            case "asks" ->
                new PaymentActionRequired(account, purchase, payment, StandInLedger.NOON, StandInLedger.balance(10, 3));
            case "declined" ->
                new PaymentDeclined(
                        account,
                        purchase,
                        payment,
                        new PaymentFailure("card_declined", "insufficient_funds", "Your card has insufficient funds."),
                        StandInLedger.NOON,
                        StandInLedger.balance(10, 3));
            default ->
                new PaymentRequested(account, purchase, payment, StandInLedger.NOON, StandInLedger.balance(10, 3));
        };
    }

    private static CreditsGranted paid(AccountId account, PurchaseId purchase) {
        return new CreditsGranted(
                account,
                new LotId(LotId.PREFIX + purchase.value()),
                PACKAGE.credits(),
                LotSource.PURCHASE,
                "Purchase of 10000 credits",
                50,
                StandInLedger.NOON,
                null,
                false,
                null,
                new Payment(purchase, StandInGateway.paymentOf(account), PACKAGE.price()),
                StandInLedger.balance(10_010, 3));
    }

    private boolean has(AccountId account, long revision) {
        return ledger.stored
                .getOrDefault(account, new ConcurrentSkipListMap<>())
                .containsKey(revision);
    }

    private void store(long revision, LedgerEvent fact) {
        ledger.stored
                .computeIfAbsent(fact.accountId(), _ -> new ConcurrentSkipListMap<>())
                .put(
                        revision,
                        new StoredFact(
                                revision,
                                fact.getClass().getSimpleName(),
                                StandInLedger.NOON,
                                JsonMapper.shared().writeValueAsString(fact),
                                "{}"));
    }

    private void refuse(PurchaseCommand command) {
        received.add(command);
        if (command.accountId().value().equals("unknown")) {
            throw refusal(new AccountNotFound("unknown"));
        }
    }

    private static void refuseUnknown(AccountId account, PurchaseId purchase) {
        if (account.value().equals("unknown")) {
            throw refusal(new AccountNotFound("unknown"));
        }
        if (isUnknown(account, purchase)) {
            throw refusal(new PurchaseRejection.PurchaseNotFound(purchase.value()));
        }
    }

    private static boolean isUnknown(AccountId account, PurchaseId purchase) {
        return account.value().equals("unknown") || purchase.value().equals("pur_none");
    }

    private static void refuseUnknown(PaymentMethodId card) {
        if (card.value().equals("pm_none")) {
            throw refusal(new PurchaseRejection.PaymentMethodNotFound("pm_none"));
        }
    }

    private static RuntimeException refusal(LedgerRejection rejection) {
        return StandInLedger.refusal(new Refused(rejection, false));
    }
}

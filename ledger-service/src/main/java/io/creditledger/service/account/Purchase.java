package io.creditledger.service.account;

import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.events.DisputeLost;
import io.creditledger.api.purchase.events.DisputeOpened;
import io.creditledger.api.purchase.events.DisputeWon;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.api.purchase.events.RefundReversed;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One purchase: how far it has come, and what became of its money and its credits since. */
final class Purchase {

    private PurchaseId id;
    private CreditPackage creditPackage;
    private PurchaseInitiator initiator;
    private @Nullable PaymentMethodId paymentMethodId;
    private boolean savePaymentMethod;
    private Instant startedAt;
    private Progress progress = Progress.PROCESSING;
    private int attempt = 1;
    private @Nullable PaymentReference paymentReference;
    private @Nullable PaymentFailure failure;
    private @Nullable CancellationReason cancellation;
    private Instant observedAt = Instant.EPOCH;
    private long outcomeRevision = -1;
    private long refunded;
    private long failedElsewhere;
    private Credits clawedBack = Credits.ZERO;
    private Credits revoked = Credits.ZERO;
    private List<Draw> taken = new ArrayList<>();
    private Map<String, OwnRefund> refunds = new LinkedHashMap<>();
    private Map<String, KnownDispute> disputes = new LinkedHashMap<>();

    /** How far the purchase itself has come; what the money did later is told apart. */
    enum Progress {
        PROCESSING,
        REQUIRES_ACTION,
        REQUIRES_PAYMENT_METHOD,
        PAID,
        FAILED,
        CANCELED
    }

    /**
     * A refund that was asked for here.
     *
     * @param amount in the currency's smallest unit
     * @param outstanding whether nothing is known of it yet, so that its credits are held
     */
    record OwnRefund(Credits credits, long amount, boolean outstanding) {}

    /**
     * A dispute as the account knows it.
     *
     * @param amount in the currency's smallest unit: what is gone while it is lost
     */
    record KnownDispute(DisputeStatus status, long amount) {}

    /** For snapshots, which set the fields. */
    @SuppressWarnings("NullAway.Init")
    Purchase() {}

    Purchase(PurchaseStarted event, Instant occurredAt) {
        id = event.purchaseId();
        creditPackage = event.creditPackage();
        initiator = event.initiator();
        paymentMethodId = event.paymentMethodId();
        savePaymentMethod = event.savePaymentMethod();
        startedAt = occurredAt;
    }

    PurchaseId id() {
        return id;
    }

    CreditPackage creditPackage() {
        return creditPackage;
    }

    PurchaseInitiator initiator() {
        return initiator;
    }

    boolean isAutomatic() {
        return initiator == PurchaseInitiator.AUTO_TOP_UP;
    }

    @Nullable
    PaymentMethodId paymentMethodId() {
        return paymentMethodId;
    }

    boolean savePaymentMethod() {
        return savePaymentMethod;
    }

    Instant startedAt() {
        return startedAt;
    }

    int attempt() {
        return attempt;
    }

    @Nullable
    PaymentReference paymentReference() {
        return paymentReference;
    }

    @Nullable
    PaymentFailure failure() {
        return failure;
    }

    /** Why it is to be ended, while or since that is so. */
    @Nullable
    CancellationReason cancellation() {
        return cancellation;
    }

    boolean isCancellationRequested() {
        return cancellation != null;
    }

    /** The revision of its first outcome; -1 while there is none. */
    long outcomeRevision() {
        return outcomeRevision;
    }

    Progress progress() {
        return progress;
    }

    boolean isPaid() {
        return progress == Progress.PAID;
    }

    boolean isOpen() {
        return switch (progress) {
            case PROCESSING, REQUIRES_ACTION, REQUIRES_PAYMENT_METHOD -> true;
            case PAID, FAILED, CANCELED -> false;
        };
    }

    boolean isDisputed() {
        return disputes.values().stream().anyMatch(dispute -> dispute.status() == DisputeStatus.OPEN);
    }

    /** Whether another dispute than this one is open. */
    boolean isDisputedBesides(DisputeReference reference) {
        return disputesBesides(reference).anyMatch(other -> other.status() == DisputeStatus.OPEN);
    }

    /** How much money other disputes than this one took, in the currency's smallest unit. */
    long lostBesides(DisputeReference reference) {
        return lost(disputesBesides(reference));
    }

    private Stream<KnownDispute> disputesBesides(DisputeReference reference) {
        return disputes.entrySet().stream()
                .filter(other -> !other.getKey().equals(reference.value()))
                .map(Map.Entry::getValue);
    }

    private static long lost(Stream<KnownDispute> disputes) {
        return disputes.filter(dispute -> dispute.status() == DisputeStatus.LOST)
                .mapToLong(KnownDispute::amount)
                .sum();
    }

    /** Whether news of its payment is older than what the account has concluded from. */
    boolean isOutdated(Instant news) {
        return news.isBefore(observedAt);
    }

    PurchaseStatus status() {
        return switch (progress) {
            case PROCESSING -> PurchaseStatus.PROCESSING;
            case REQUIRES_ACTION -> PurchaseStatus.REQUIRES_ACTION;
            case REQUIRES_PAYMENT_METHOD -> PurchaseStatus.REQUIRES_PAYMENT_METHOD;
            case FAILED -> PurchaseStatus.FAILED;
            case CANCELED -> isAutomatic() && failure != null ? PurchaseStatus.FAILED : PurchaseStatus.CANCELED;
            case PAID -> statusOfMoney();
        };
    }

    private PurchaseStatus statusOfMoney() {
        if (disputes.values().stream().anyMatch(dispute -> dispute.status() != DisputeStatus.WON)) {
            return PurchaseStatus.DISPUTED;
        }
        if (refunded == 0) {
            return PurchaseStatus.SUCCEEDED;
        }
        return refunded < paid() ? PurchaseStatus.PARTIALLY_REFUNDED : PurchaseStatus.REFUNDED;
    }

    /** What was paid, in the currency's smallest unit. */
    long paid() {
        return creditPackage.price().amount();
    }

    /** The lot of its credits. Its id is derived, so that a purchase can't bring two. */
    LotId lotId() {
        return new LotId(LotId.PREFIX + id.value());
    }

    boolean owns(LotId lot) {
        return lot.equals(lotId());
    }

    Credits clawedBack() {
        return clawedBack;
    }

    long refunded() {
        return refunded;
    }

    /** How much money was to go back by refunds made elsewhere and did not. */
    long failedElsewhere() {
        return failedElsewhere;
    }

    long lost() {
        return lost(disputes.values().stream());
    }

    /** How many credits have neither left nor are about to. */
    Credits left() {
        Credits gone = clawedBack.plus(revoked).plus(creditsOf(outstanding()));
        return creditPackage.credits().minus(gone.min(creditPackage.credits()));
    }

    Map<String, OwnRefund> refunds() {
        return refunds;
    }

    @Nullable
    DisputeStatus dispute(DisputeReference reference) {
        KnownDispute known = disputes.get(reference.value());
        return known == null ? null : known.status();
    }

    /** Where credits were taken that money went back for, the last taken first. */
    List<Draw> takenLastFirst() {
        return taken.reversed();
    }

    /**
     * How many credits leave with money: those of refunds asked for here as they were asked for, else in proportion to the money
     * and rounded down; with all the money the rest, whatever it is. What was revoked before can't leave once more.
     *
     * @param gone how much money is gone, in the currency's smallest unit
     * @param own refunds asked for here, those among the money
     */
    Credits creditsOf(long gone, List<OwnRefund> own) {
        Credits most = creditPackage.credits().minus(revoked);
        if (gone >= paid()) {
            return most;
        }
        long elsewhere = Math.max(0, gone - moneyOf(own));
        Credits others = Credits.of(proportion(creditPackage.credits().amount(), elsewhere, paid()));
        return creditsOf(own).plus(others).min(most);
    }

    private static long moneyOf(List<OwnRefund> own) {
        return own.stream().mapToLong(OwnRefund::amount).sum();
    }

    private static Credits creditsOf(List<OwnRefund> own) {
        return own.stream().map(OwnRefund::credits).reduce(Credits.ZERO, Credits::plus);
    }

    /**
     * How much money goes back for credits, with all that went back or is about to: never more than the credits so far are worth.
     *
     * @return in the currency's smallest unit
     */
    long moneyFor(Credits credits) {
        Credits all = clawedBack.plus(creditsOf(outstanding())).plus(credits);
        long money = all.covers(creditPackage.credits())
                ? paid()
                : proportion(paid(), all.amount(), creditPackage.credits().amount());
        return Math.max(0, money - (refunded + lost() + moneyOf(outstanding())));
    }

    /** {@code whole * part / of}, rounded down; the product may exceed 64 bits. */
    private static long proportion(long whole, long part, long of) {
        return BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(of))
                .longValueExact();
    }

    List<OwnRefund> outstanding() {
        return refunds.values().stream().filter(OwnRefund::outstanding).toList();
    }

    void becomes(Progress next, @Nullable PaymentReference payment, @Nullable PaymentFailure why, Instant news) {
        progress = next;
        paymentReference = payment == null ? paymentReference : payment;
        failure = why;
        observed(news);
    }

    /** Paid is paid, also where that is learnt after something newer: the newest stays what is known. */
    private void observed(Instant news) {
        observedAt = news.isAfter(observedAt) ? news : observedAt;
    }

    void outcome(long revision) {
        outcomeRevision = outcomeRevision < 0 ? revision : outcomeRevision;
    }

    void failed(PaymentFailure why) {
        progress = Progress.FAILED;
        failure = why;
    }

    void canceled(@Nullable PaymentReference payment, Instant news) {
        becomes(Progress.CANCELED, payment, failure, news);
    }

    void retried(int next) {
        attempt = next;
        progress = Progress.PROCESSING;
    }

    void cancellationRequested(CancellationReason reason) {
        cancellation = reason;
    }

    void refundRequested(RefundRequested event) {
        refunds.put(
                event.refundId().value(),
                new OwnRefund(event.credits(), event.amount().amount(), true));
    }

    /** What is held for these refunds, one by one. */
    List<Credits> heldFor(List<RefundId> ids) {
        return ids.stream()
                .flatMap(refund -> Stream.ofNullable(refunds.get(refund.value())))
                .filter(OwnRefund::outstanding)
                .map(OwnRefund::credits)
                .toList();
    }

    void refundFailed(RefundFailed event) {
        settled(List.of(event.refundId()));
        if (event.observedAt() != null) {
            observed(event.observedAt());
        }
    }

    /** Nothing is outstanding of these any more. */
    private void settled(List<RefundId> ids) {
        ids.forEach(refund -> refunds.computeIfPresent(
                refund.value(), (_, own) -> new OwnRefund(own.credits(), own.amount(), false)));
    }

    void refunded(PurchaseRefunded event) {
        settled(event.refundIds());
        refunded = event.refunded().amount();
        observed(event.observedAt());
        clawedBack = clawedBack.plus(event.credits());
        taken.addAll(event.draws());
    }

    void refundReversed(RefundReversed event) {
        refunded = event.refunded().amount();
        failedElsewhere = event.failedElsewhere().amount();
        observed(event.observedAt());
        reinstated(event.credits(), event.returns());
    }

    void disputeOpened(DisputeOpened event) {
        disputed(event.disputeReference(), DisputeStatus.OPEN, event.amount(), event.observedAt());
    }

    void disputeLost(DisputeLost event) {
        disputed(event.disputeReference(), DisputeStatus.LOST, event.amount(), event.observedAt());
        clawedBack = clawedBack.plus(event.credits());
        taken.addAll(event.draws());
    }

    void disputeWon(DisputeWon event) {
        disputed(event.disputeReference(), DisputeStatus.WON, event.amount(), event.observedAt());
        reinstated(event.credits(), event.returns());
    }

    private void disputed(DisputeReference reference, DisputeStatus status, Price amount, Instant news) {
        disputes.put(reference.value(), new KnownDispute(status, amount.amount()));
        observed(news);
    }

    private void reinstated(Credits credits, List<Draw> returns) {
        clawedBack = clawedBack.minus(credits);
        for (Draw back : returns) {
            forget(back);
        }
    }

    /** What came back to a lot is no longer taken from it. */
    private void forget(Draw back) {
        Credits left = back.amount();
        for (int i = taken.size() - 1; i >= 0 && !left.isZero(); i--) {
            Draw draw = taken.get(i);
            if (draw.lotId().equals(back.lotId())) {
                Credits less = draw.amount().min(left);
                left = left.minus(less);
                taken.set(i, new Draw(draw.lotId(), draw.amount().minus(less)));
            }
        }
        taken.removeIf(draw -> draw.amount().isZero());
    }

    /** What money has gone back for has left already: revoking what came back to the lot since must not make a refund run back. */
    void revoked(Credits credits) {
        revoked = revoked.plus(credits).min(creditPackage.credits().minus(clawedBack));
    }
}

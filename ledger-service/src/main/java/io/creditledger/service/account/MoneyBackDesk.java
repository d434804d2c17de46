package io.creditledger.service.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PaymentState.Dispute;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PaymentState.Refund;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.events.DisputeLost;
import io.creditledger.api.purchase.events.DisputeOpened;
import io.creditledger.api.purchase.events.DisputeWon;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.RefundReversed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Concludes from the present state of a payment what its refunds and disputes mean for credits. How many credits are gone is a
 * function of how much money is gone and of nothing else, so it makes no difference in which order, how often, or how late the
 * account is told.
 */
final class MoneyBackDesk {

    private final CreditAccount account;
    private final Purchase purchase;
    private final PaymentState payment;
    private final List<Purchase.OwnRefund> ownRefunds = new ArrayList<>();

    MoneyBackDesk(CreditAccount account, Purchase purchase, PaymentState payment) {
        this.account = account;
        this.purchase = purchase;
        this.payment = payment;
    }

    void settle() {
        List<RefundId> made = new ArrayList<>();
        for (Refund refund : payment.refunds()) {
            RefundId id = refund.refundId();
            Purchase.OwnRefund own = id == null ? null : purchase.refunds().get(id.value());
            if (id != null && own != null) {
                settleOwn(refund, id, own, made);
            }
        }
        settleRefunds(made);
        payment.disputes().forEach(this::settleDispute);
    }

    private void settleOwn(Refund refund, RefundId id, Purchase.OwnRefund own, List<RefundId> made) {
        if (refund.effective()) {
            ownRefunds.add(own);
            if (own.outstanding()) {
                made.add(id);
            }
        } else if (own.outstanding()) {
            new RefundDesk(account)
                    .failed(
                            purchase,
                            id,
                            own,
                            new PaymentFailure("refund_failed", null, "The refund did not come about."),
                            payment.observedAt());
        }
    }

    private void settleRefunds(List<RefundId> made) {
        long refunded = sum(Refund::effective);
        long failedElsewhere = sum(refund -> !refund.effective() && !isOwn(refund));
        Credits due = purchase.creditsOf(refunded + purchase.lost(), ownRefunds);
        Credits more = due.minus(due.min(purchase.clawedBack()));
        if (!made.isEmpty() || !more.isZero() || refunded > purchase.refunded()) {
            refund(refunded, made, more);
        }
        Credits fewer = purchase.clawedBack().minus(due);
        // A refund that failed before it was known moves nothing, but what is older must not be believed any more.
        boolean failed = refunded < purchase.refunded() || failedElsewhere > purchase.failedElsewhere();
        if (failed || !fewer.isZero()) {
            reverse(refunded, failedElsewhere, fewer);
        }
    }

    private long sum(Predicate<Refund> those) {
        return payment.refunds().stream()
                .filter(those)
                .mapToLong(Refund::amount)
                .sum();
    }

    private boolean isOwn(Refund refund) {
        RefundId id = refund.refundId();
        return id != null && purchase.refunds().containsKey(id.value());
    }

    private void refund(long refunded, List<RefundId> made, Credits credits) {
        Lots after = account.lots().copy();
        purchase.heldFor(made).forEach(held -> after.released(purchase.lotId(), held));
        List<Draw> draws = after.clawbackOf(purchase.lotId(), credits);
        after.takenInOrder(draws);
        apply(new PurchaseRefunded(
                account.id(),
                purchase.id(),
                purchase.creditPackage().price().of(refunded),
                made,
                credits,
                draws,
                payment.observedAt(),
                balanceWith(balance().total().minus(credits), after)));
    }

    private void reverse(long refunded, long failedElsewhere, Credits credits) {
        Reinstatement back = reinstate(account.lots().copy(), credits);
        apply(new RefundReversed(
                account.id(),
                purchase.id(),
                purchase.creditPackage().price().of(refunded),
                purchase.creditPackage().price().of(failedElsewhere),
                credits,
                back.settledDebt(),
                back.returns(),
                payment.observedAt(),
                back.balance()));
    }

    private void settleDispute(Dispute dispute) {
        @Nullable DisputeStatus before = purchase.dispute(dispute.disputeReference());
        switch (dispute.status()) {
            case INQUIRY -> {
                if (before == DisputeStatus.OPEN || before == DisputeStatus.LOST) {
                    won(dispute, before);
                }
            }
            case WON -> {
                // Also one that was not known: that it was open, once, must not be believed any more.
                if (before != DisputeStatus.WON) {
                    won(dispute, before);
                }
            }
            case OPEN -> {
                if (before == null) {
                    opened(dispute);
                }
            }
            case LOST -> {
                if (before != DisputeStatus.LOST) {
                    lost(dispute, before);
                }
            }
        }
    }

    private void opened(Dispute dispute) {
        Lots after = account.lots().copy();
        after.disputed(purchase.lotId(), true);
        Balance balance = balanceWith(balance().total(), after);
        apply(new DisputeOpened(
                account.id(),
                purchase.id(),
                dispute.disputeReference(),
                purchase.creditPackage().price().of(dispute.amount()),
                dispute.reason(),
                balance.frozen().minus(balance().frozen()),
                payment.observedAt(),
                balance));
        new TopUpDesk(account).disputed();
    }

    private void lost(Dispute dispute, @Nullable DisputeStatus before) {
        Lots after = account.lots().copy();
        Credits thawed = thaw(after, dispute, before);
        Credits due = creditsWhenLost(purchase.lostBesides(dispute.disputeReference()) + dispute.amount());
        Credits credits = due.minus(purchase.clawedBack().min(due));
        List<Draw> draws = after.clawbackOf(purchase.lotId(), credits);
        after.takenInOrder(draws);
        apply(new DisputeLost(
                account.id(),
                purchase.id(),
                dispute.disputeReference(),
                purchase.creditPackage().price().of(dispute.amount()),
                thawed,
                credits,
                draws,
                payment.observedAt(),
                balanceWith(balance().total().minus(credits), after)));
    }

    private void won(Dispute dispute, @Nullable DisputeStatus before) {
        Lots after = account.lots().copy();
        Credits thawed = thaw(after, dispute, before);
        Credits due = creditsWhenLost(purchase.lostBesides(dispute.disputeReference()));
        Credits credits = purchase.clawedBack().minus(due.min(purchase.clawedBack()));
        Reinstatement back = reinstate(after, credits);
        apply(new DisputeWon(
                account.id(),
                purchase.id(),
                dispute.disputeReference(),
                purchase.creditPackage().price().of(dispute.amount()),
                thawed,
                credits,
                back.settledDebt(),
                back.returns(),
                payment.observedAt(),
                back.balance()));
    }

    private Credits creditsWhenLost(long lost) {
        return purchase.creditsOf(purchase.refunded() + lost, ownRefunds);
    }

    /** Ends the freeze of a dispute, unless another one goes on. */
    private Credits thaw(Lots after, Dispute dispute, @Nullable DisputeStatus before) {
        Credits frozen = after.frozen();
        if (before == DisputeStatus.OPEN && !purchase.isDisputedBesides(dispute.disputeReference())) {
            after.disputed(purchase.lotId(), false);
        }
        return frozen.minus(after.frozen());
    }

    /** Gives credits back: to debt first, then to where they were taken. */
    private Reinstatement reinstate(Lots after, Credits credits) {
        Credits settledDebt = balance().debt().min(credits);
        Credits rest = credits.minus(settledDebt);
        List<Draw> returns = after.returnsOf(purchase.takenLastFirst(), rest, account.now());
        after.returned(returns);
        return new Reinstatement(
                settledDebt, returns, balanceWith(balance().total().plus(credits), after));
    }

    private record Reinstatement(Credits settledDebt, List<Draw> returns, Balance balance) {}

    private Balance balance() {
        return account.balance();
    }

    private Balance balanceWith(Credits total, Lots after) {
        return after.balance(balance(), total);
    }
}

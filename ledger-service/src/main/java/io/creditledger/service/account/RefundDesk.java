package io.creditledger.service.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.creditledger.api.account.Balance;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PurchaseRejection.NothingToRefund;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseDisputed;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotPaid;
import io.creditledger.api.purchase.PurchaseRejection.RefundExceedsUnspent;
import io.creditledger.api.purchase.PurchaseRejection.RefundTooSmall;
import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.commands.FailRefund;
import io.creditledger.api.purchase.commands.RefundPurchase;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about money that the operator gives back: its credits are held first, and leave when the money does. */
final class RefundDesk {

    private final CreditAccount account;

    RefundDesk(CreditAccount account) {
        this.account = account;
    }

    Recorded refund(RefundPurchase command) {
        account.begin(command);
        PurchaseDesk purchases = new PurchaseDesk(account);
        Purchase purchase = purchases.require(command.purchaseId());
        requireUndisputed(purchase);
        Credits credits = creditsOf(purchase, command.credits());
        long money = purchase.moneyFor(credits);
        if (money == 0) {
            throw account.refused(new RefundTooSmall(purchase.id().value(), credits.amount()));
        }
        return account.record(
                new RefundRequested(
                        account.id(),
                        RefundId.of(command.requestId()),
                        purchase.id(),
                        credits,
                        purchase.creditPackage().price().of(money),
                        command.reason(),
                        account.balance().holding(credits)),
                command);
    }

    private void requireUndisputed(Purchase purchase) {
        if (!purchase.isPaid()) {
            throw account.refused(new PurchaseNotPaid(purchase.id().value()));
        }
        if (purchase.isDisputed()) {
            throw account.refused(new PurchaseDisputed(purchase.id().value()));
        }
    }

    private Credits creditsOf(Purchase purchase, @Nullable Credits wanted) {
        Credits free = account.lots().find(purchase.lotId()).map(Lot::free).orElse(Credits.ZERO);
        // Credits that come back to the lot after money went back for them are not paid for any more.
        Credits unspent = free.min(purchase.left());
        if (unspent.isZero() || purchase.refunded() + purchase.lost() >= purchase.paid()) {
            throw account.refused(new NothingToRefund(purchase.id().value()));
        }
        Credits credits = Objects.requireNonNullElse(wanted, unspent);
        if (!unspent.covers(credits)) {
            throw account.refused(new RefundExceedsUnspent(purchase.id().value(), credits.amount(), unspent.amount()));
        }
        return credits;
    }

    PurchaseState fail(FailRefund command) {
        PurchaseDesk purchases = new PurchaseDesk(account);
        Purchase purchase = purchases.require(command.purchaseId());
        Purchase.OwnRefund refund = purchase.refunds().get(command.refundId().value());
        if (refund != null && refund.outstanding()) {
            failed(purchase, command.refundId(), refund, command.failure(), null);
        }
        return purchases.state(purchase);
    }

    void failed(
            Purchase purchase,
            RefundId id,
            Purchase.OwnRefund refund,
            PaymentFailure failure,
            @Nullable Instant observedAt) {
        Lots after = account.lots().copy();
        after.released(purchase.lotId(), refund.credits());
        Balance before = account.balance();
        apply(new RefundFailed(
                account.id(),
                id,
                purchase.id(),
                refund.credits(),
                failure,
                observedAt,
                after.balance(before, before.total())));
    }
}

package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.events.AutoTopUpConfigured;
import io.creditledger.api.purchase.events.AutoTopUpDisabled;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.AutoTopUpPostponed;
import io.creditledger.api.purchase.events.AutoTopUpResumed;
import io.creditledger.api.purchase.events.CancellationRequested;
import io.creditledger.api.purchase.events.CustomerForgotten;
import io.creditledger.api.purchase.events.CustomerRegistered;
import io.creditledger.api.purchase.events.DefaultPaymentMethodSet;
import io.creditledger.api.purchase.events.DisputeLost;
import io.creditledger.api.purchase.events.DisputeOpened;
import io.creditledger.api.purchase.events.DisputeWon;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentMethodRegistered;
import io.creditledger.api.purchase.events.PaymentMethodRemovalRequested;
import io.creditledger.api.purchase.events.PaymentMethodRemoved;
import io.creditledger.api.purchase.events.PaymentMethodUpdated;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentRetried;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import io.creditledger.api.purchase.events.PurchaseEvent;
import io.creditledger.api.purchase.events.PurchaseFailed;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.PurchaseSucceeded;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.api.purchase.events.RefundReversed;
import io.creditledger.projections.platform.Gathered;
import io.creditledger.projections.platform.Progress;
import io.creditledger.projections.platform.Projection;
import io.creditledger.projections.platform.ProjectionsDatabase;
import io.creditledger.projections.platform.Step;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps what became of purchases, cards and automatic top-ups, and what is still to be done about them. */
@Component
@ProcessingGroup(PaymentsProjection.GROUP)
class PaymentsProjection implements Projection {

    static final String GROUP = "payments";

    private final PaymentTables tables;
    private final Gathered<PaymentChanges> gathered;
    private final Progress progress;

    PaymentsProjection(PaymentTables tables, ProjectionsDatabase database) {
        this.tables = tables;
        this.gathered = new Gathered<>(() -> new PaymentChanges(tables));
        this.progress = new Progress(database, "payments_progress");
    }

    /**
     * The one fact of its family that matters here. The others, consumptions above all, are not even decoded: their payload is
     * turned from JSON only for a handler that takes them.
     */
    @EventHandler
    void on(CreditsGranted granted, @SequenceNumber long revision, @Timestamp Instant occurredAt) {
        Payment payment = granted.payment();
        if (payment != null) {
            touched(granted.accountId(), payment.purchaseId(), revision, occurredAt)
                    .granted(granted.lotId());
        }
    }

    @EventHandler
    void on(PurchaseEvent event, @SequenceNumber long revision, @Timestamp Instant at) {
        PaymentChanges changes = gathered.rows();
        AccountId account = event.accountId();
        switch (event) {
            case PurchaseStarted started -> start(started, revision, at);
            case PaymentRequested requested ->
                touched(account, requested.purchaseId(), revision, at)
                        .becomes(PurchaseStatus.REQUIRES_PAYMENT_METHOD, requested.paymentReference());
            case PaymentActionRequired required ->
                touched(account, required.purchaseId(), revision, at)
                        .becomes(PurchaseStatus.REQUIRES_ACTION, required.paymentReference());
            case PaymentUnderWay underWay ->
                touched(account, underWay.purchaseId(), revision, at)
                        .becomes(PurchaseStatus.PROCESSING, underWay.paymentReference());
            case PaymentDeclined declined ->
                touched(account, declined.purchaseId(), revision, at)
                        .declined(declined.paymentReference(), declined.failure());
            case PaymentRetried retried ->
                touched(account, retried.purchaseId(), revision, at).retried();
            case PurchaseSucceeded succeeded -> succeed(succeeded, revision, at);
            case PurchaseFailed failed ->
                touched(account, failed.purchaseId(), revision, at).failed(failed.failure());
            case CancellationRequested requested ->
                touched(account, requested.purchaseId(), revision, at).cancellationRequested(requested.reason());
            case PurchaseCanceled canceled ->
                touched(account, canceled.purchaseId(), revision, at).canceled(canceled.paymentReference());
            case RefundRequested requested -> {
                touched(account, requested.purchaseId(), revision, at);
                changes.work().due(refund(account, requested.refundId()), requested.purchaseId(), at);
            }
            case RefundFailed failed -> {
                touched(account, failed.purchaseId(), revision, at);
                changes.work().done(refund(account, failed.refundId()));
            }
            case PurchaseRefunded refunded -> {
                Purchase purchase = touched(account, refunded.purchaseId(), revision, at);
                purchase.refunded(refunded.refunded());
                purchase.took(refunded.credits());
                refunded.refundIds().forEach(made -> changes.work().done(refund(account, made)));
            }
            case RefundReversed reversed -> {
                Purchase purchase = touched(account, reversed.purchaseId(), revision, at);
                purchase.refunded(reversed.refunded());
                purchase.gaveBack(reversed.credits());
            }
            case DisputeOpened opened ->
                touched(account, opened.purchaseId(), revision, at).disputed(opened.disputeReference());
            case DisputeLost lost -> {
                Purchase purchase = touched(account, lost.purchaseId(), revision, at);
                purchase.disputed(lost.disputeReference());
                purchase.took(lost.credits());
            }
            case DisputeWon won -> {
                Purchase purchase = touched(account, won.purchaseId(), revision, at);
                purchase.cleared(won.disputeReference());
                purchase.gaveBack(won.credits());
            }
            case PaymentMethodRegistered registered -> save(account, registered.card(), revision);
            case PaymentMethodUpdated updated ->
                changes.change(
                        account, updated.card().paymentMethodId(), card -> card.updated(updated.card(), revision));
            case DefaultPaymentMethodSet set -> setDefault(account, set.paymentMethodId(), revision);
            case PaymentMethodRemovalRequested requested -> {
                changes.change(account, requested.paymentMethodId(), card -> card.remove(revision));
                changes.work().due(removal(account, requested.paymentMethodId()), null, at);
            }
            case PaymentMethodRemoved removed -> {
                changes.change(account, removed.paymentMethodId(), card -> card.remove(revision));
                changes.work().done(removal(account, removed.paymentMethodId()));
            }
            case CustomerRegistered registered -> changes.register(account, registered.customerReference());
            // Its cards go with facts of their own.
            case CustomerForgotten forgotten -> changes.forget(account, forgotten.customerReference());
            case AutoTopUpConfigured configured -> changes.configure(AutoTopUp.on(account, configured.terms()));
            case AutoTopUpDisabled _ -> changes.disableAutoTopUp(account);
            case AutoTopUpPaused paused ->
                changes.changeAutoTopUp(
                        account, topUp -> topUp.paused(paused.reason(), paused.failure(), paused.until()));
            case AutoTopUpPostponed postponed ->
                changes.changeAutoTopUp(
                        account, topUp -> topUp.postponed(postponed.failure(), postponed.nextAttemptAt()));
            case AutoTopUpResumed _ -> changes.changeAutoTopUp(account, AutoTopUp::resumed);
        }
    }

    private Purchase touched(AccountId account, PurchaseId purchase, long revision, Instant at) {
        return gathered.rows().purchase(account, purchase).touch(revision, at);
    }

    private void start(PurchaseStarted started, long revision, Instant at) {
        Purchase purchase = Purchase.started(started, revision, at);
        gathered.rows().start(purchase);
        if (purchase.isTopUp()) {
            gathered.rows().changeAutoTopUpIfOn(started.accountId(), AutoTopUp::started);
        }
    }

    private void succeed(PurchaseSucceeded succeeded, long revision, Instant at) {
        Purchase purchase = touched(succeeded.accountId(), succeeded.purchaseId(), revision, at);
        purchase.succeeded(succeeded.paymentReference(), succeeded.receiptUrl());
        if (purchase.isTopUp()) {
            gathered.rows().changeAutoTopUpIfOn(succeeded.accountId(), AutoTopUp::succeeded);
        }
    }

    private void save(AccountId account, Card card, long revision) {
        gathered.rows().save(new SavedCard(account, card, false, false, revision, revision));
    }

    private void setDefault(AccountId account, PaymentMethodId card, long revision) {
        PaymentChanges changes = gathered.rows();
        changes.defaultOf(account).ifPresent(before -> changes.save(before.asDefault(false, revision)));
        changes.change(account, card, now -> now.asDefault(true, revision));
    }

    private static Work.Key refund(AccountId account, RefundId refund) {
        return Work.Key.refund(account, refund.value());
    }

    private static Work.Key removal(AccountId account, PaymentMethodId card) {
        return Work.Key.cardRemoval(account, card.value());
    }

    @Override
    public int write(List<Step> steps) {
        PaymentChanges changes = gathered.take();
        int moved = progress.advance(steps);
        if (moved == steps.size()) {
            changes.write();
        }
        return moved;
    }

    @Override
    public void discard() {
        gathered.take();
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @ResetHandler
    void reset() {
        tables.clear();
    }
}

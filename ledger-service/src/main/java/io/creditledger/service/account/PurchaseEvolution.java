package io.creditledger.service.account;

import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
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
import io.creditledger.service.account.Purchase.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each fact about purchases, cards and automatic top-ups assigns. */
record PurchaseEvolution(Purchases purchases, PaymentMethods paymentMethods, AutoTopUp autoTopUp, Lots lots) {

    void evolve(PurchaseEvent event, long revision, Instant occurredAt) {
        switch (event) {
            case CustomerRegistered registered -> paymentMethods.customerRegistered(registered.customerReference());
            case CustomerForgotten forgotten -> paymentMethods.customerForgotten(forgotten.customerReference());
            case PaymentMethodRegistered registered -> paymentMethods.saved(registered.card());
            case PaymentMethodUpdated updated -> paymentMethods.saved(updated.card());
            case DefaultPaymentMethodSet set -> paymentMethods.defaultSet(set.paymentMethodId());
            case PaymentMethodRemovalRequested requested ->
                paymentMethods.removalRequested(requested.paymentMethodId());
            case PaymentMethodRemoved removed -> paymentMethods.removed(removed.paymentMethodId());
            case PurchaseStarted started -> {
                purchases.started(started, occurredAt);
                autoTopUp.startedIfAutomatic(started, occurredAt);
            }
            case PaymentRequested requested ->
                progress(
                        requested.purchaseId(),
                        Progress.REQUIRES_PAYMENT_METHOD,
                        requested.paymentReference(),
                        null,
                        requested.observedAt(),
                        revision);
            case PaymentActionRequired required ->
                progress(
                        required.purchaseId(),
                        Progress.REQUIRES_ACTION,
                        required.paymentReference(),
                        null,
                        required.observedAt(),
                        revision);
            case PaymentUnderWay underWay ->
                progress(
                        underWay.purchaseId(),
                        Progress.PROCESSING,
                        underWay.paymentReference(),
                        null,
                        underWay.observedAt(),
                        revision);
            case PaymentDeclined declined ->
                progress(
                        declined.purchaseId(),
                        Progress.REQUIRES_PAYMENT_METHOD,
                        declined.paymentReference(),
                        declined.failure(),
                        declined.observedAt(),
                        revision);
            case PaymentRetried retried -> purchases.of(retried.purchaseId()).retried(retried.attempt());
            case PurchaseSucceeded succeeded -> {
                Purchase purchase = purchases.of(succeeded.purchaseId());
                autoTopUp.succeededIfAutomatic(purchase);
                purchase.becomes(Progress.PAID, succeeded.paymentReference(), null, succeeded.observedAt());
            }
            case PurchaseFailed failed -> {
                Purchase purchase = purchases.of(failed.purchaseId());
                autoTopUp.givenUpIfAutomatic(purchase);
                purchase.failed(failed.failure());
                purchase.outcome(revision);
            }
            case CancellationRequested requested ->
                purchases.of(requested.purchaseId()).cancellationRequested(requested.reason());
            case PurchaseCanceled canceled -> {
                Purchase purchase = purchases.of(canceled.purchaseId());
                autoTopUp.givenUpIfAutomatic(purchase);
                purchase.canceled(canceled.paymentReference(), canceled.observedAt());
                purchase.outcome(revision);
            }
            case RefundRequested requested -> {
                Purchase purchase = purchases.of(requested.purchaseId());
                purchase.refundRequested(requested);
                lots.held(purchase.lotId(), requested.credits());
            }
            case RefundFailed failed -> {
                Purchase purchase = purchases.of(failed.purchaseId());
                purchase.refundFailed(failed);
                lots.released(purchase.lotId(), failed.credits());
            }
            case PurchaseRefunded refunded -> {
                Purchase purchase = purchases.of(refunded.purchaseId());
                purchase.heldFor(refunded.refundIds()).forEach(held -> lots.released(purchase.lotId(), held));
                lots.takenInOrder(refunded.draws());
                purchase.refunded(refunded);
            }
            case RefundReversed reversed -> {
                lots.returned(reversed.returns());
                purchases.of(reversed.purchaseId()).refundReversed(reversed);
            }
            case DisputeOpened opened -> {
                Purchase purchase = purchases.of(opened.purchaseId());
                purchase.disputeOpened(opened);
                lots.disputed(purchase.lotId(), true);
            }
            case DisputeLost lost -> {
                Purchase purchase = purchases.of(lost.purchaseId());
                purchase.disputeLost(lost);
                lots.disputed(purchase.lotId(), purchase.isDisputed());
                lots.takenInOrder(lost.draws());
            }
            case DisputeWon won -> {
                Purchase purchase = purchases.of(won.purchaseId());
                purchase.disputeWon(won);
                lots.disputed(purchase.lotId(), purchase.isDisputed());
                lots.returned(won.returns());
            }
            case AutoTopUpConfigured configured -> autoTopUp.configured(configured.terms());
            case AutoTopUpDisabled _ -> autoTopUp.disabled();
            case AutoTopUpPaused paused -> autoTopUp.paused(paused);
            case AutoTopUpPostponed postponed -> autoTopUp.postponed(postponed);
            case AutoTopUpResumed _ -> autoTopUp.resumed();
        }
    }

    private void progress(
            PurchaseId id,
            Progress next,
            PaymentReference payment,
            @Nullable PaymentFailure failure,
            Instant observedAt,
            long revision) {
        Purchase purchase = purchases.of(id);
        purchase.becomes(next, payment, failure, observedAt);
        purchase.outcome(revision);
    }
}

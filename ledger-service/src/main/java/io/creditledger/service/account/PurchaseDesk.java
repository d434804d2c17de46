package io.creditledger.service.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.creditledger.api.account.AccountRejection.BalanceLimitExceeded;
import io.creditledger.api.account.AccountRejection.OpenLotLimitReached;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseRejection.OpenPurchaseLimitReached;
import io.creditledger.api.purchase.PurchaseRejection.PackageNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMethodNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotFound;
import io.creditledger.api.purchase.PurchaseRejection.PurchaseNotOpen;
import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.commands.AbandonPurchase;
import io.creditledger.api.purchase.commands.CancelPurchase;
import io.creditledger.api.purchase.commands.FailPurchase;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RecordPayment;
import io.creditledger.api.purchase.commands.RetryPayment;
import io.creditledger.api.purchase.events.CancellationRequested;
import io.creditledger.api.purchase.events.PaymentRetried;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import io.creditledger.api.purchase.events.PurchaseFailed;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.service.account.Purchase.Progress;
import java.time.Instant;

/** Decides how purchases of one account start, and how they are ended from here. What their payments say is for the {@link PaymentDesk}. */
final class PurchaseDesk {

    private final CreditAccount account;

    PurchaseDesk(CreditAccount account) {
        this.account = account;
    }

    Recorded start(PurchaseCredits command, PackageCatalogue catalogue) {
        account.begin(command);
        CreditPackage wanted = catalogue
                .find(command.packageId())
                .orElseThrow(() ->
                        account.refused(new PackageNotFound(command.packageId().value())));
        PaymentMethodId card = command.paymentMethodId();
        if (card != null && !account.paymentMethods().isUsable(card)) {
            throw account.refused(new PaymentMethodNotFound(card.value()));
        }
        if (account.purchases().isFull()) {
            throw account.refused(new OpenPurchaseLimitReached(Purchases.MAX_OPEN));
        }
        requireRoomFor(wanted);
        return account.record(
                new PurchaseStarted(
                        account.id(),
                        PurchaseId.of(command.requestId()),
                        wanted,
                        PurchaseInitiator.CUSTOMER,
                        card,
                        command.savePaymentMethod(),
                        account.balance()),
                command);
    }

    /** Before any money moves: what is paid for must fit in. */
    private void requireRoomFor(CreditPackage wanted) {
        if (account.lots().isFull()) {
            throw account.refused(new OpenLotLimitReached(Lots.MAX_OPEN));
        }
        long total = account.balance().total().amount();
        if (total > Long.MAX_VALUE / 2 - wanted.credits().amount()) {
            throw account.refused(
                    new BalanceLimitExceeded(total, wanted.credits().amount()));
        }
    }

    PurchaseState observe(RecordPayment command) {
        Purchase purchase = require(command.purchaseId());
        new PaymentDesk(account, purchase, command.payment()).observe();
        return state(purchase);
    }

    PurchaseState inspect(PurchaseId id) {
        return state(require(id));
    }

    PurchaseState retry(RetryPayment command) {
        Purchase purchase = require(command.purchaseId());
        if (isAtAttempt(purchase, command.attempt())) {
            apply(new PaymentRetried(account.id(), purchase.id(), command.attempt() + 1, account.balance()));
        }
        return state(purchase);
    }

    PurchaseState fail(FailPurchase command) {
        Purchase purchase = require(command.purchaseId());
        if (isAtAttempt(purchase, command.attempt())) {
            apply(new PurchaseFailed(account.id(), purchase.id(), command.failure(), account.balance()));
            if (purchase.isAutomatic()) {
                new TopUpDesk(account).impossible(command.failure());
            }
        }
        return state(purchase);
    }

    private static boolean isAtAttempt(Purchase purchase, int attempt) {
        return purchase.isOpen() && purchase.paymentReference() == null && purchase.attempt() == attempt;
    }

    PurchaseState cancel(CancelPurchase command) {
        Purchase purchase = require(command.purchaseId());
        if (purchase.isPaid() || purchase.progress() == Progress.FAILED) {
            throw account.refused(new PurchaseNotOpen(purchase.id().value(), purchase.status()));
        }
        if (purchase.isOpen() && !purchase.isCancellationRequested()) {
            apply(new CancellationRequested(account.id(), purchase.id(), command.reason(), account.balance()));
        }
        return state(purchase);
    }

    /** Ends a purchase of which the payment provider knows nothing, and now never will. */
    PurchaseState abandon(AbandonPurchase command) {
        Purchase purchase = require(command.purchaseId());
        if (isAtAttempt(purchase, command.attempt()) && purchase.isCancellationRequested()) {
            apply(new PurchaseCanceled(account.id(), purchase.id(), null, Instant.EPOCH, account.balance()));
        }
        return state(purchase);
    }

    Purchase require(PurchaseId id) {
        return account.purchases().find(id).orElseThrow(() -> account.refused(new PurchaseNotFound(id.value())));
    }

    PurchaseState state(Purchase purchase) {
        PaymentMethods methods = account.paymentMethods();
        return new PurchaseState(
                purchase.id(),
                purchase.creditPackage(),
                purchase.initiator(),
                purchase.paymentMethodId(),
                purchase.savePaymentMethod(),
                methods.customer(),
                methods.customersBefore(),
                purchase.status(),
                purchase.attempt(),
                purchase.paymentReference(),
                purchase.failure(),
                purchase.isCancellationRequested(),
                purchase.startedAt(),
                purchase.outcomeRevision() < 0 ? null : purchase.outcomeRevision(),
                purchase.refunds().entrySet().stream()
                        .filter(refund -> refund.getValue().outstanding())
                        .map(refund -> new PurchaseState.OpenRefund(
                                new RefundId(refund.getKey()), refund.getValue().amount()))
                        .toList());
    }
}

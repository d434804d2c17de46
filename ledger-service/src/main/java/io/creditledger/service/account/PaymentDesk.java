package io.creditledger.service.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PurchaseRejection.PaymentMismatch;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import io.creditledger.api.purchase.events.PurchaseSucceeded;
import io.creditledger.service.account.Purchase.Progress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Concludes from the present state of a payment how far its purchase has come: whether it is paid, waits for somebody, or has
 * ended.
 */
final class PaymentDesk {

    private static final PaymentFailure NOBODY_THERE =
            new PaymentFailure(PaymentFailure.AUTHENTICATION_REQUIRED, null, "The bank wants to see the customer.");

    private final CreditAccount account;
    private final Purchase purchase;
    private final PaymentState payment;

    PaymentDesk(CreditAccount account, Purchase purchase, PaymentState payment) {
        this.account = account;
        this.purchase = purchase;
        this.payment = payment;
    }

    void observe() {
        requireMatch();
        if (payment.status() == PaymentStatus.SUCCEEDED) {
            succeeded();
        } else if (purchase.isOpen() && !purchase.isOutdated(payment.observedAt())) {
            progress();
        }
    }

    /** Metadata of a payment only says where to look: that it is this purchase's is seen by what the account itself knows. */
    private void requireMatch() {
        PaymentReference known = purchase.paymentReference();
        CustomerReference payer = payment.customerReference();
        if (known != null) {
            require("payment", known.equals(payment.paymentReference()), known, payment.paymentReference());
        } else {
            PaymentMethods methods = account.paymentMethods();
            require("customer", methods.isOwn(payer), methods.customer(), payer);
        }
        Price price = purchase.creditPackage().price();
        require("price", price.equals(payment.price()), price, payment.price());
    }

    private void require(String what, boolean matches, @Nullable Object expected, @Nullable Object found) {
        if (!matches) {
            throw account.refused(
                    new PaymentMismatch(purchase.id().value(), what, String.valueOf(expected), String.valueOf(found)));
        }
    }

    /** Paid is paid: also when the purchase was given up before, and however late that is learnt. */
    private void succeeded() {
        boolean firstLearnt = !purchase.isPaid();
        if (firstLearnt) {
            pay();
        }
        if (firstLearnt || !purchase.isOutdated(payment.observedAt())) {
            new MoneyBackDesk(account, purchase, payment).settle();
        }
    }

    private void pay() {
        boolean wasOpen = purchase.isOpen();
        apply(new PurchaseSucceeded(
                account.id(),
                purchase.id(),
                payment.paymentReference(),
                payment.receiptUrl(),
                payment.observedAt(),
                account.balance()));
        grant(purchase.creditPackage());
        if (purchase.isAutomatic() && wasOpen) {
            new TopUpDesk(account).paid();
        }
    }

    private void grant(CreditPackage bought) {
        Credits settledDebt = account.balance().debt().min(bought.credits());
        apply(new CreditsGranted(
                account.id(),
                purchase.lotId(),
                bought.credits(),
                LotSource.PURCHASE,
                purchase.isAutomatic() ? "Automatic top-up" : "Purchase of " + bought.credits() + " credits",
                GrantCredits.DEFAULT_PRIORITY,
                account.now(),
                null,
                false,
                settledDebt.isZero() ? null : settledDebt,
                new Payment(purchase.id(), payment.paymentReference(), bought.price()),
                account.balance().granted(bought.credits())));
    }

    private void progress() {
        switch (payment.status()) {
            case PROCESSING -> {
                if (isNews(Progress.PROCESSING)) {
                    apply(new PaymentUnderWay(
                            account.id(),
                            purchase.id(),
                            payment.paymentReference(),
                            payment.observedAt(),
                            account.balance()));
                }
            }
            case REQUIRES_ACTION -> {
                if (isNews(Progress.REQUIRES_ACTION)) {
                    needsCustomer();
                }
            }
            case REQUIRES_PAYMENT_METHOD -> {
                if (isNews(Progress.REQUIRES_PAYMENT_METHOD)
                        || !Objects.equals(payment.failure(), purchase.failure())) {
                    needsCard(payment.failure());
                }
            }
            case CANCELED ->
                apply(new PurchaseCanceled(
                        account.id(),
                        purchase.id(),
                        payment.paymentReference(),
                        payment.observedAt(),
                        account.balance()));
            case SUCCEEDED -> throw new IllegalStateException("a payment that succeeded is no progress but an end");
        }
    }

    private boolean isNews(Progress progress) {
        return purchase.paymentReference() == null || purchase.progress() != progress;
    }

    private void needsCustomer() {
        apply(new PaymentActionRequired(
                account.id(), purchase.id(), payment.paymentReference(), payment.observedAt(), account.balance()));
        if (purchase.isAutomatic()) {
            new TopUpDesk(account).declined(purchase, NOBODY_THERE);
        }
    }

    private void needsCard(@Nullable PaymentFailure failure) {
        if (failure == null) {
            apply(new PaymentRequested(
                    account.id(), purchase.id(), payment.paymentReference(), payment.observedAt(), account.balance()));
            return;
        }
        apply(new PaymentDeclined(
                account.id(),
                purchase.id(),
                payment.paymentReference(),
                failure,
                payment.observedAt(),
                account.balance()));
        if (purchase.isAutomatic()) {
            new TopUpDesk(account).declined(purchase, failure);
        }
    }
}

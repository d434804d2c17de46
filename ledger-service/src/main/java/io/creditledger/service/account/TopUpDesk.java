package io.creditledger.service.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.creditledger.api.account.AccountRejection.InvalidCommand;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.purchase.AutoTopUpTerms;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseRejection.PackageNotFound;
import io.creditledger.api.purchase.commands.ConfigureAutoTopUp;
import io.creditledger.api.purchase.events.AutoTopUpConfigured;
import io.creditledger.api.purchase.events.AutoTopUpDisabled;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.AutoTopUpPostponed;
import io.creditledger.api.purchase.events.AutoTopUpResumed;
import io.creditledger.api.purchase.events.CancellationRequested;
import io.creditledger.api.purchase.events.PurchaseStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about automatic top-ups: one at a time, within the month's limit, and only while paying works. That one is due is
 * decided together with whatever made it due, so no two deciders can race.
 */
final class TopUpDesk {

    /** What the bank says of a card that it will never say otherwise. */
    private static final Set<String> FOR_GOOD = Set.of(
            "expired_card",
            "fraudulent",
            "incorrect_number",
            "invalid_account",
            "lost_card",
            "pickup_card",
            "restricted_card",
            "revocation_of_all_authorizations",
            "revocation_of_authorization",
            "stolen_card");

    /** When a top-up is tried again that was declined for now. After the last one, it is declined for good. */
    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));

    private final CreditAccount account;
    private final AutoTopUp topUp;

    TopUpDesk(CreditAccount account) {
        this.account = account;
        this.topUp = account.autoTopUp();
    }

    void configure(ConfigureAutoTopUp command, PackageCatalogue catalogue) {
        CreditPackage wanted = catalogue
                .find(command.packageId())
                .orElseThrow(() ->
                        account.refused(new PackageNotFound(command.packageId().value())));
        long threshold = command.threshold().amount();
        require(
                threshold >= CreditMovement.MIN_AMOUNT && threshold <= CreditMovement.MAX_AMOUNT,
                "threshold",
                "must be a whole number from 1 to 1,000,000,000,000");
        require(
                command.monthlyLimit().currency().equals(wanted.price().currency()),
                "monthlyLimit.currency",
                "must be " + wanted.price().currency() + ", as the package's price");
        require(
                command.monthlyLimit().amount() >= wanted.price().amount(),
                "monthlyLimit.amount",
                "must be at least the package's price of " + wanted.price().amount());
        AutoTopUpTerms terms = new AutoTopUpTerms(command.threshold(), wanted, command.monthlyLimit());
        if (!terms.equals(topUp.terms()) || topUp.pausedFor() != null) {
            apply(new AutoTopUpConfigured(account.id(), terms, account.balance()));
        }
        if (account.paymentMethods().defaultId() == null) {
            cardMissing();
        }
        startIfDue();
    }

    private void require(boolean holds, String field, String problem) {
        if (!holds) {
            throw account.refused(new InvalidCommand(field, problem));
        }
    }

    void disable() {
        if (topUp.terms() != null) {
            apply(new AutoTopUpDisabled(account.id(), account.balance()));
        }
    }

    /** On the path of every consumption: off or not due costs a comparison. */
    void startIfDue() {
        AutoTopUpTerms terms = topUp.terms();
        if (terms == null || topUp.isWaitingAt(account.now())) {
            return;
        }
        if (topUp.isOverdueAt(account.now())) {
            apply(new AutoTopUpResumed(account.id(), account.balance()));
        }
        if (account.balance().available() < terms.threshold().amount()) {
            start(terms);
        }
    }

    private void start(AutoTopUpTerms terms) {
        PaymentMethodId card = account.paymentMethods().defaultId();
        Instant now = account.now();
        long price = terms.creditPackage().price().amount();
        if (card == null) {
            pause(PauseReason.PAYMENT_METHOD_MISSING, null, null);
        } else if (topUp.spentInMonthOf(now) + price > terms.monthlyLimit().amount()) {
            pause(PauseReason.MONTHLY_LIMIT_REACHED, null, AutoTopUp.startOfMonthAfter(now));
        } else if (!account.lots().isFull()) {
            apply(new PurchaseStarted(
                    account.id(),
                    PurchaseId.ofTopUp(account.id(), topUp.started() + 1),
                    terms.creditPackage(),
                    PurchaseInitiator.AUTO_TOP_UP,
                    card,
                    false,
                    account.balance()));
        }
    }

    /** The bank declined a top-up, or wants to see the customer, who is not there. */
    void declined(Purchase purchase, PaymentFailure failure) {
        if (isAuthentication(failure)) {
            // Left open: the customer can still pay it.
            pauseIfOn(PauseReason.AUTHENTICATION_REQUIRED, failure);
            return;
        }
        if (isSomebodyThereFor(purchase) || purchase.cancellation() == CancellationReason.DECLINED) {
            return;
        }
        if (!purchase.isCancellationRequested()) {
            apply(new CancellationRequested(
                    account.id(), purchase.id(), CancellationReason.DECLINED, account.balance()));
        }
        if (topUp.terms() != null) {
            postponeOrPause(purchase, failure);
        }
    }

    /** Whoever was asked to see to a top-up may try one card after the other, as with any purchase. */
    private boolean isSomebodyThereFor(Purchase purchase) {
        return topUp.pausedFor() == PauseReason.AUTHENTICATION_REQUIRED && topUp.isUnderWay(purchase.id());
    }

    private void postponeOrPause(Purchase purchase, PaymentFailure failure) {
        int failures = topUp.failures() + 1;
        if (isForGood(failure) || failures > BACK_OFF.size()) {
            pause(PauseReason.PAYMENT_DECLINED, failure, null);
        } else {
            apply(new AutoTopUpPostponed(
                    account.id(),
                    purchase.id(),
                    failure,
                    failures,
                    account.now().plus(BACK_OFF.get(failures - 1)),
                    account.balance()));
        }
    }

    private static boolean isAuthentication(PaymentFailure failure) {
        return failure.code().equals(PaymentFailure.AUTHENTICATION_REQUIRED)
                || PaymentFailure.AUTHENTICATION_REQUIRED.equals(failure.declineCode());
    }

    private static boolean isForGood(PaymentFailure failure) {
        String reason = failure.declineCode() == null ? failure.code() : failure.declineCode();
        return FOR_GOOD.contains(reason) || FOR_GOOD.contains(failure.code());
    }

    /** The payment provider makes no payment for a top-up at all. */
    void impossible(PaymentFailure failure) {
        pauseIfOn(PauseReason.PAYMENT_DECLINED, failure);
    }

    /** A top-up was paid; if that is what top-ups waited for, they go on. */
    void paid() {
        if (topUp.pausedFor() == PauseReason.AUTHENTICATION_REQUIRED) {
            apply(new AutoTopUpResumed(account.id(), account.balance()));
        }
    }

    void cardSaved() {
        if (topUp.pausedFor() == PauseReason.PAYMENT_METHOD_MISSING) {
            apply(new AutoTopUpResumed(account.id(), account.balance()));
            startIfDue();
        }
    }

    /** What the freeze takes out of reach is no reason to charge the card once more. */
    void disputed() {
        pauseIfOn(PauseReason.PAYMENT_DISPUTED, null);
    }

    void cardMissing() {
        pauseIfOn(PauseReason.PAYMENT_METHOD_MISSING, null);
    }

    private void pauseIfOn(PauseReason reason, @Nullable PaymentFailure failure) {
        if (topUp.terms() != null && topUp.pausedFor() != reason) {
            pause(reason, failure, null);
        }
    }

    private void pause(PauseReason reason, @Nullable PaymentFailure failure, @Nullable Instant until) {
        apply(new AutoTopUpPaused(account.id(), reason, failure, until, account.balance()));
    }
}

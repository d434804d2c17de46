package io.creditledger.service.account;

import io.creditledger.api.purchase.AutoTopUpTerms;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.events.AutoTopUpPaused;
import io.creditledger.api.purchase.events.AutoTopUpPostponed;
import io.creditledger.api.purchase.events.PurchaseStarted;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Whether and when one account buys credits by itself. Off until it is configured. */
final class AutoTopUp {

    /** However fast credits are spent: a top-up that closes no gap is not followed by a storm of others. */
    static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

    private @Nullable AutoTopUpTerms terms;
    private @Nullable PauseReason pausedFor;
    private @Nullable Instant waitsUntil;
    private @Nullable PurchaseId underWay;
    private Instant lastStartedAt = Instant.EPOCH;
    private int started;
    private int failures;
    private int month;
    private long spentInMonth;

    @Nullable
    AutoTopUpTerms terms() {
        return terms;
    }

    @Nullable
    PauseReason pausedFor() {
        return pausedFor;
    }

    /** How many top-ups the account has ever started. */
    int started() {
        return started;
    }

    /** How many were declined one after the other. */
    int failures() {
        return failures;
    }

    boolean isUnderWay(PurchaseId purchase) {
        return purchase.equals(underWay);
    }

    /** Whether something keeps a top-up from being started at that moment, due or not. */
    boolean isWaitingAt(Instant now) {
        boolean forTime = waitsUntil != null && now.isBefore(waitsUntil);
        boolean forSomebody = pausedFor != null && waitsUntil == null;
        return forTime || forSomebody || underWay != null || now.isBefore(lastStartedAt.plus(AT_MOST_EVERY));
    }

    /** Whether it was waiting for a moment that has come. */
    boolean isOverdueAt(Instant now) {
        return waitsUntil != null && !now.isBefore(waitsUntil);
    }

    /** What top-ups of the month of a moment cost, in the currency's smallest unit. */
    long spentInMonthOf(Instant moment) {
        return month == monthOf(moment) ? spentInMonth : 0;
    }

    static Instant startOfMonthAfter(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private static int monthOf(Instant moment) {
        YearMonth of = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
        return of.getYear() * 12 + of.getMonthValue();
    }

    void configured(AutoTopUpTerms next) {
        terms = next;
        goOn();
    }

    void disabled() {
        terms = null;
        goOn();
    }

    void paused(AutoTopUpPaused event) {
        pausedFor = event.reason();
        waitsUntil = event.until();
    }

    void postponed(AutoTopUpPostponed event) {
        failures = event.failures();
        pausedFor = null;
        waitsUntil = event.nextAttemptAt();
    }

    void resumed() {
        pausedFor = null;
        waitsUntil = null;
    }

    private void goOn() {
        resumed();
        failures = 0;
    }

    void startedIfAutomatic(PurchaseStarted event, Instant occurredAt) {
        if (event.initiator() == PurchaseInitiator.AUTO_TOP_UP) {
            started++;
            underWay = event.purchaseId();
            lastStartedAt = occurredAt;
            waitsUntil = null;
            spent(event.creditPackage().price().amount(), occurredAt);
        }
    }

    /** It was paid. What had been given up for lost before counts again. */
    void succeededIfAutomatic(Purchase purchase) {
        if (purchase.isAutomatic()) {
            failures = 0;
            if (!purchase.isOpen()) {
                spent(purchase.paid(), purchase.startedAt());
            }
            ended(purchase.id());
        }
    }

    /** It was not paid, so it cost nothing. */
    void givenUpIfAutomatic(Purchase purchase) {
        if (purchase.isAutomatic() && purchase.isOpen()) {
            spent(-purchase.paid(), purchase.startedAt());
            ended(purchase.id());
        }
    }

    private void ended(PurchaseId purchase) {
        underWay = isUnderWay(purchase) ? null : underWay;
    }

    /** Only the latest month counts on; what concerns an earlier one can't matter any more. */
    private void spent(long amount, Instant at) {
        int of = monthOf(at);
        if (of > month) {
            month = of;
            spentInMonth = 0;
        }
        if (of == month) {
            spentInMonth += amount;
        }
    }
}

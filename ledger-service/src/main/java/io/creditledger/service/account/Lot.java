package io.creditledger.service.account;

import io.creditledger.api.account.LotId;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.money.Credits;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Credits that came in together, and what is left of them.
 *
 * @param age how many lots the account had before this one
 * @param pending whether the lot is not in effect yet
 */
record Lot(
        LotId id,
        int age,
        int priority,
        boolean promotional,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        boolean pending,
        Credits remaining) {

    /** Priority, then earliest expiry (never is last), then promotional before paid, then effectiveAt, then age. */
    static final Comparator<Lot> BURN_ORDER = Comparator.comparingInt(Lot::priority)
            .thenComparing(Lot::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(lot -> !lot.promotional)
            .thenComparing(Lot::effectiveAt)
            .thenComparingInt(Lot::age);

    static Lot granted(CreditsGranted event, int age) {
        return new Lot(
                event.lotId(),
                age,
                event.priority(),
                !event.source().isPaid(),
                event.effectiveAt(),
                event.expiresAt(),
                event.pending(),
                event.amount());
    }

    Lot withRemaining(Credits credits) {
        return new Lot(id, age, priority, promotional, effectiveAt, expiresAt, pending, credits);
    }

    Lot activated() {
        return new Lot(id, age, priority, promotional, effectiveAt, expiresAt, false, remaining);
    }

    boolean isOpen() {
        return !remaining.isZero();
    }

    /** From the instant of its expiry on, a lot is expired, whether or not that has been booked. */
    boolean isExpiredAt(Instant moment) {
        return expiresAt != null && !moment.isBefore(expiresAt);
    }

    boolean isDueForActivationAt(Instant moment) {
        return pending && !moment.isBefore(effectiveAt);
    }

    /** When time next changes what the lot is; null is never. */
    @Nullable
    Instant nextDueAt() {
        return pending ? effectiveAt : expiresAt;
    }
}

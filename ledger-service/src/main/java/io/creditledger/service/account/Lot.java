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
 * @param granted what the lot came with
 * @param held how much of what remains is set aside for refunds under way
 * @param disputed whether the bank disputes what was paid for it
 */
record Lot(
        LotId id,
        int age,
        int priority,
        boolean promotional,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        boolean pending,
        Credits granted,
        Credits remaining,
        Credits held,
        boolean disputed) {

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
                event.amount(),
                event.spendable(),
                Credits.ZERO,
                false);
    }

    /** With another rest, of which no more can be held than there is. */
    Lot withRemaining(Credits credits) {
        return with(pending, credits, held.min(credits), disputed);
    }

    Lot withHeld(Credits credits) {
        return with(pending, remaining, credits, disputed);
    }

    Lot activated() {
        return with(false, remaining, held, disputed);
    }

    Lot disputed(boolean now) {
        return with(pending, remaining, held, now);
    }

    private Lot with(boolean nowPending, Credits nowRemaining, Credits nowHeld, boolean nowDisputed) {
        return new Lot(
                id,
                age,
                priority,
                promotional,
                effectiveAt,
                expiresAt,
                nowPending,
                granted,
                nowRemaining,
                nowHeld,
                nowDisputed);
    }

    /** What remains and is not set aside. */
    Credits free() {
        return remaining.minus(held);
    }

    boolean isFrozen() {
        return pending || disputed;
    }

    /** What a consumption may take now. */
    Credits spendable() {
        return isFrozen() ? Credits.ZERO : free();
    }

    /** What would be free, were the lot in effect and undisputed. */
    Credits frozen() {
        return isFrozen() ? free() : Credits.ZERO;
    }

    /** How much can come back to it: a lot never has more than it came with. */
    Credits room() {
        return granted.minus(remaining);
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

package io.creditledger.service.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.money.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lots of one account: the open ones in burn order, and the closed ones, which a reversal may open again.
 *
 * <p>Changing a lot costs a binary search among the open ones, however many closed ones there are.
 */
final class Lots {

    /** More open lots than this and the account is no ledger of grants but a mistake of its caller. */
    static final int MAX_OPEN = 10_000;

    private final Map<String, Lot> byId = new LinkedHashMap<>();
    private final List<Lot> open = new ArrayList<>();
    private @Nullable Instant nextDueAt;

    Lots() {}

    /** The same lots once more. */
    private Lots(Lots lots) {
        byId.putAll(lots.byId);
        open.addAll(lots.open);
        nextDueAt = lots.nextDueAt;
    }

    /** From a snapshot. */
    @JsonCreator
    Lots(List<Lot> lots) {
        for (Lot lot : lots) {
            byId.put(lot.id().value(), lot);
            if (lot.isOpen()) {
                insert(lot);
            }
        }
        refreshNextDueAt();
    }

    /** For a snapshot: every lot, the oldest first. */
    @JsonValue
    List<Lot> all() {
        return List.copyOf(byId.values());
    }

    /** The open ones in burn order. */
    List<Lot> open() {
        return List.copyOf(open);
    }

    boolean isFull() {
        return open.size() >= MAX_OPEN;
    }

    Optional<Lot> find(LotId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    /** Lots that came into effect or expired by then without that being booked, in burn order. */
    List<Lot> dueAt(Instant moment) {
        if (nextDueAt == null || moment.isBefore(nextDueAt)) {
            return List.of();
        }
        return open.stream()
                .filter(lot -> lot.isDueForActivationAt(moment) || lot.isExpiredAt(moment))
                .toList();
    }

    /**
     * What a consumption would draw, in burn order.
     *
     * @param amount no more than the active lots have: the balance says so before anyone asks
     */
    List<Draw> drawsFor(Credits amount) {
        List<Draw> draws = new ArrayList<>(2);
        Credits missing = amount;
        for (Lot lot : open) {
            if (missing.isZero()) {
                break;
            }
            Credits drawn = lot.spendable().min(missing);
            if (!drawn.isZero()) {
                draws.add(new Draw(lot.id(), drawn));
                missing = missing.minus(drawn);
            }
        }
        if (!missing.isZero()) {
            throw new IllegalStateException("the lots hold " + missing + " less than the balance says is available");
        }
        return draws;
    }

    void granted(CreditsGranted event) {
        Lot lot = Lot.granted(event, byId.size());
        byId.put(lot.id().value(), lot);
        // Debt may have taken all of it at once.
        if (lot.isOpen()) {
            insert(lot);
        }
        refreshNextDueAt();
    }

    void activated(LotId id) {
        replace(require(id).activated());
        refreshNextDueAt();
    }

    void taken(LotId id, Credits amount) {
        Lot lot = require(id);
        Lot after = lot.withRemaining(lot.remaining().minus(amount));
        replace(after);
        if (!after.isOpen()) {
            refreshNextDueAt();
        }
    }

    void takenInOrder(List<Draw> draws) {
        draws.forEach(draw -> taken(draw.lotId(), draw.amount()));
    }

    void returned(List<Draw> returns) {
        for (Draw back : returns) {
            Lot lot = require(back.lotId());
            replace(lot.withRemaining(lot.remaining().plus(back.amount())));
        }
        refreshNextDueAt();
    }

    void held(LotId id, Credits amount) {
        Lot lot = require(id);
        replace(lot.withHeld(lot.held().plus(amount)));
    }

    /** Ends a hold, as far as there is still something held. */
    void released(LotId id, Credits amount) {
        Lot lot = require(id);
        replace(lot.withHeld(lot.held().minus(amount.min(lot.held()))));
    }

    void disputed(LotId id, boolean now) {
        replace(require(id).disputed(now));
    }

    /** The same lots once more: to try out what a decision would do to them, or to go back to. */
    Lots copy() {
        return new Lots(this);
    }

    /** How many there are, open or closed. */
    int count() {
        return byId.size();
    }

    /** All that is set aside. */
    Credits held() {
        return sum(Lot::held);
    }

    /** All that can't be spent for now. */
    Credits frozen() {
        return sum(Lot::frozen);
    }

    /** The balance with another total, held and frozen as these lots say. */
    Balance balance(Balance before, Credits total) {
        return new Balance(total, before.used(), held(), frozen());
    }

    private Credits sum(Function<Lot, Credits> part) {
        return open.stream().map(part).reduce(Credits.ZERO, Credits::plus);
    }

    /** How much of some draws is of lots that can't be spent for now. */
    Credits frozenAmong(List<Draw> draws) {
        return draws.stream()
                .filter(draw -> require(draw.lotId()).isFrozen())
                .map(Draw::amount)
                .reduce(Credits.ZERO, Credits::plus);
    }

    /**
     * Where credits are taken that money went back for: from the lot it had paid, then, where that was spent, from the others in
     * burn order; from those that can't be spent for now and from what is set aside only when nothing else is left. Less than the
     * amount when the account has less: the difference is debt.
     */
    List<Draw> clawbackOf(LotId paid, Credits amount) {
        Lot own = require(paid);
        Clawback clawback = new Clawback(amount);
        clawback.take(own, own.free());
        open.forEach(lot -> clawback.take(lot, lot.spendable()));
        open.forEach(lot -> clawback.take(lot, lot.frozen()));
        clawback.take(own, own.remaining());
        open.forEach(lot -> clawback.take(lot, lot.remaining()));
        return clawback.draws();
    }

    /** Draws as they add up. */
    private static final class Clawback {

        private final Map<LotId, Credits> taken = new LinkedHashMap<>();
        private Credits missing;

        private Clawback(Credits amount) {
            this.missing = amount;
        }

        /** Takes from a lot until so much of it is taken in all, or nothing is missing. */
        private void take(Lot lot, Credits upTo) {
            Credits before = taken.getOrDefault(lot.id(), Credits.ZERO);
            Credits more = upTo.minus(before.min(upTo)).min(missing);
            if (!more.isZero()) {
                taken.put(lot.id(), before.plus(more));
                missing = missing.minus(more);
            }
        }

        private List<Draw> draws() {
            return taken.entrySet().stream()
                    .map(entry -> new Draw(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /**
     * Where credits go that come back: where they came from, as far as there is room, for debt may have been paid from other lots
     * in between; then to other lots with room, the latest first and those that have expired last.
     *
     * @param preferred where they came from; adds up to the amount or less
     */
    List<Draw> returnsOf(List<Draw> preferred, Credits amount, Instant now) {
        Returns returns = new Returns(amount);
        preferred.forEach(draw -> returns.give(require(draw.lotId()), draw.amount()));
        if (!returns.missing.isZero()) {
            List<Lot> latestFirst = new ArrayList<>(byId.values()).reversed();
            latestFirst.stream().filter(lot -> !lot.isExpiredAt(now)).forEach(lot -> returns.give(lot, lot.room()));
            latestFirst.forEach(lot -> returns.give(lot, lot.room()));
        }
        return returns.draws();
    }

    /** Returns as they add up. */
    private static final class Returns {

        private final Map<LotId, Credits> given = new LinkedHashMap<>();
        private Credits missing;

        private Returns(Credits amount) {
            this.missing = amount;
        }

        private void give(Lot lot, Credits upTo) {
            Credits before = given.getOrDefault(lot.id(), Credits.ZERO);
            Credits more = lot.room().minus(before).min(upTo).min(missing);
            if (!more.isZero()) {
                given.put(lot.id(), before.plus(more));
                missing = missing.minus(more);
            }
        }

        private List<Draw> draws() {
            return given.entrySet().stream()
                    .map(entry -> new Draw(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    private Lot require(LotId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the account has no lot " + id));
    }

    private void replace(Lot after) {
        Lot before = Objects.requireNonNull(byId.put(after.id().value(), after));
        if (!before.isOpen()) {
            // A spent lot can be disputed, which does not open it.
            if (after.isOpen()) {
                insert(after);
            }
            return;
        }
        // Nothing that a lot is ordered by ever changes, so the lot after stands where the lot before stood.
        int place = Collections.binarySearch(open, after, Lot.BURN_ORDER);
        if (after.isOpen()) {
            open.set(place, after);
        } else {
            open.remove(place);
        }
    }

    private void insert(Lot lot) {
        open.add(-Collections.binarySearch(open, lot, Lot.BURN_ORDER) - 1, lot);
    }

    private void refreshNextDueAt() {
        nextDueAt = open.stream()
                .map(Lot::nextDueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}

package io.creditledger.service.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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
            if (!lot.pending()) {
                Credits drawn = lot.remaining().min(missing);
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
        insert(lot);
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

    private Lot require(LotId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the account has no lot " + id));
    }

    private void replace(Lot after) {
        Lot before = Objects.requireNonNull(byId.put(after.id().value(), after));
        if (!before.isOpen()) {
            insert(after);
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

package io.creditledger.service.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.events.PurchaseStarted;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The purchases of one account, the oldest first. */
final class Purchases {

    /** More purchases under way than this and the account is no customer's but a mistake of its caller. */
    static final int MAX_OPEN = 20;

    private final Map<String, Purchase> byId = new LinkedHashMap<>();

    Purchases() {}

    /** From a snapshot. */
    @JsonCreator
    Purchases(List<Purchase> purchases) {
        purchases.forEach(purchase -> byId.put(purchase.id().value(), purchase));
    }

    /** For a snapshot. */
    @JsonValue
    List<Purchase> all() {
        return List.copyOf(byId.values());
    }

    Optional<Purchase> find(PurchaseId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    boolean isFull() {
        return byId.values().stream().filter(Purchase::isOpen).count() >= MAX_OPEN;
    }

    void started(PurchaseStarted event, Instant occurredAt) {
        byId.put(event.purchaseId().value(), new Purchase(event, occurredAt));
    }

    /** The purchase that a fact speaks of. */
    Purchase of(PurchaseId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the account has no purchase " + id));
    }

    void granted(CreditsGranted event, long revision) {
        Payment payment = event.payment();
        if (payment != null) {
            of(payment.purchaseId()).outcome(revision);
        }
    }

    void revoked(CreditsRevoked event) {
        ownerOf(event.lotId()).ifPresent(purchase -> purchase.revoked(event.amount()));
    }

    private Optional<Purchase> ownerOf(LotId lot) {
        return byId.values().stream().filter(purchase -> purchase.owns(lot)).findFirst();
    }
}

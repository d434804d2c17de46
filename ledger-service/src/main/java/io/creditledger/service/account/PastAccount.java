package io.creditledger.service.account;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.queries.LotState;
import io.creditledger.api.account.queries.LotView;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.events.PurchaseEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.MetaData;

/** An account as it once was: made of its facts up to then, by the account's own rules. It decides nothing. */
public final class PastAccount {

    private final CreditAccount account = new CreditAccount();
    private final Map<LotId, Grant> grants = new HashMap<>();
    private Instant asOf = Instant.EPOCH;

    private record Grant(CreditsGranted fact, Instant occurredAt) {}

    /** The next fact; the first is the account's first. */
    public void happened(LedgerEvent event, long revision, Instant occurredAt) {
        switch (event) {
            case AccountEvent fact -> {
                if (fact instanceof CreditsGranted granted) {
                    grants.put(granted.lotId(), new Grant(granted, occurredAt));
                }
                account.evolve(fact, revision, occurredAt, MetaData.emptyInstance());
            }
            case PurchaseEvent fact -> account.evolve(fact, revision, occurredAt, MetaData.emptyInstance());
            default -> throw new IllegalArgumentException("a fact of no known feature: " + event);
        }
        asOf = occurredAt;
    }

    /** Lots that came into effect or expired by a moment, though that was booked only later, are as time had made them. */
    public void letTimePass(Instant moment) {
        account.dueAt(moment).forEach(due -> account.evolve(due, account.revision(), asOf, MetaData.emptyInstance()));
    }

    public Balance balance() {
        return account.balance();
    }

    /** The last fact that it is made of. */
    public long revision() {
        return account.revision();
    }

    /** When that came about. */
    public Instant asOf() {
        return asOf;
    }

    /** The open lots, in burn order. */
    public List<LotView> lots() {
        return account.lots().open().stream().map(this::view).toList();
    }

    private LotView view(Lot lot) {
        Grant grant = Objects.requireNonNull(grants.get(lot.id()));
        Payment payment = grant.fact().payment();
        return new LotView(
                lot.id().value(),
                grant.fact().source(),
                grant.fact().description(),
                lot.granted().amount(),
                lot.remaining().amount(),
                lot.held().amount(),
                lot.priority(),
                lot.effectiveAt(),
                lot.expiresAt(),
                stateOf(lot),
                grant.occurredAt(),
                payment == null ? null : payment.purchaseId().value(),
                payment == null ? null : payment.price());
    }

    private static LotState stateOf(Lot lot) {
        if (lot.disputed()) {
            return LotState.DISPUTED;
        }
        return lot.pending() ? LotState.PENDING : LotState.ACTIVE;
    }
}

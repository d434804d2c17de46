package io.creditledger.projections.lots;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.queries.LotState;
import io.creditledger.api.account.queries.LotView;
import io.creditledger.api.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot with its places in the orders that lists have.
 *
 * @param state what it is but for disputes
 * @param grantedRevision names it within its account
 * @param closedRevision when it was closed; zero while it is open
 * @param disputed whether the payment of its purchase is disputed
 */
record StoredLot(
        String lotId,
        LotSource source,
        String description,
        long granted,
        long remaining,
        long held,
        int priority,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        LotState state,
        Instant grantedAt,
        long grantedRevision,
        long closedRevision,
        @Nullable String purchaseId,
        @Nullable Price paid,
        boolean disputed) {

    LotView view() {
        return new LotView(
                lotId,
                source,
                description,
                granted,
                remaining,
                held,
                priority,
                effectiveAt,
                expiresAt,
                shownState(),
                grantedAt,
                purchaseId,
                paid);
    }

    /** Of a closed lot nothing is left that a dispute could freeze. */
    private LotState shownState() {
        return disputed && StoredState.isOpen(state) ? LotState.DISPUTED : state;
    }
}

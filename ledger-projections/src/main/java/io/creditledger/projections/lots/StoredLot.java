package io.creditledger.projections.lots;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.queries.LotState;
import io.creditledger.api.account.queries.LotView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot with its places in the orders that lists have.
 *
 * @param grantedRevision names it within its account
 * @param closedRevision when it was closed; zero while it is open
 */
record StoredLot(
        String lotId,
        LotSource source,
        String description,
        long granted,
        long remaining,
        int priority,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        LotState state,
        Instant grantedAt,
        long grantedRevision,
        long closedRevision) {

    LotView view() {
        return new LotView(
                lotId, source, description, granted, remaining, priority, effectiveAt, expiresAt, state, grantedAt);
    }
}

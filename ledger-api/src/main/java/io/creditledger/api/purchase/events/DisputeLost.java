package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;
import java.util.List;

/**
 * The money of a disputed payment is gone, and its credits with it.
 *
 * @param amount how much money is gone by this dispute
 * @param thawed how many credits were frozen by it and are no longer
 * @param credits how many left
 * @param draws which lots they left, the purchase's own first; what is missing to the credits became debt
 */
public record DisputeLost(
        AccountId accountId,
        PurchaseId purchaseId,
        DisputeReference disputeReference,
        Price amount,
        Credits thawed,
        Credits credits,
        List<Draw> draws,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {

    public DisputeLost {
        draws = List.copyOf(draws);
    }
}

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
 * The money of a disputed payment stays, and so do its credits.
 *
 * @param amount how much money it was about
 * @param thawed how many credits were frozen by it and can be spent again
 * @param credits how many are there again that had left when the dispute seemed lost
 * @param settledDebt how many of those paid debt
 * @param returns which lots got the others
 */
public record DisputeWon(
        AccountId accountId,
        PurchaseId purchaseId,
        DisputeReference disputeReference,
        Price amount,
        Credits thawed,
        Credits credits,
        Credits settledDebt,
        List<Draw> returns,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {

    public DisputeWon {
        returns = List.copyOf(returns);
    }
}

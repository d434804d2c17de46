package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import java.time.Instant;
import java.util.List;

/**
 * Money went back, and credits left with it.
 *
 * @param refunded how much money has gone back in all
 * @param refundIds the refunds of ours among it, whose credits are held no longer
 * @param credits how many left now; may be none when the money is worth less than one
 * @param draws which lots they left, the purchase's own first; what is missing to the credits became debt
 */
public record PurchaseRefunded(
        AccountId accountId,
        PurchaseId purchaseId,
        Price refunded,
        List<RefundId> refundIds,
        Credits credits,
        List<Draw> draws,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {

    public PurchaseRefunded {
        refundIds = List.copyOf(refundIds);
        draws = List.copyOf(draws);
    }
}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;
import java.util.List;

/**
 * Money that was to go back did not, so its credits are there again.
 *
 * @param refunded how much money has gone back in all, now
 * @param failedElsewhere how much money in all was to go back by refunds that were not asked for here, and did not
 * @param credits how many are there again; may be none when nothing was known of a refund before it failed
 * @param settledDebt how many of them paid debt
 * @param returns which lots got the others
 */
public record RefundReversed(
        AccountId accountId,
        PurchaseId purchaseId,
        Price refunded,
        Price failedElsewhere,
        Credits credits,
        Credits settledDebt,
        List<Draw> returns,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {

    public RefundReversed {
        returns = List.copyOf(returns);
    }
}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;

/**
 * Money is to go back for unspent credits, which are held from now on.
 *
 * @param credits how many are held
 * @param amount how much money is to go back
 */
public record RefundRequested(
        AccountId accountId,
        RefundId refundId,
        PurchaseId purchaseId,
        Credits credits,
        Price amount,
        String reason,
        Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.DisputeReference;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;

/**
 * The customer's bank disputes the payment: what is unspent of its lot can't be spent until that is settled.
 *
 * @param amount how much money is disputed
 * @param frozen how many credits can't be spent any more, for now
 */
public record DisputeOpened(
        AccountId accountId,
        PurchaseId purchaseId,
        DisputeReference disputeReference,
        Price amount,
        String reason,
        Credits frozen,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {}

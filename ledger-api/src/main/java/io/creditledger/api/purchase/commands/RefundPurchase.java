package io.creditledger.api.purchase.commands;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.PurchaseId;
import org.jspecify.annotations.Nullable;

/**
 * Gives back money for unspent credits of a purchase, which are held from now on and leave when the money does.
 *
 * @param credits 1 up to what is unspent; null is all of that
 * @param reason 1 to 500 characters
 */
public record RefundPurchase(
        AccountId accountId,
        IdempotencyKey idempotencyKey,
        PurchaseId purchaseId,
        @Nullable Credits credits,
        String reason)
        implements MoneyMovement {}

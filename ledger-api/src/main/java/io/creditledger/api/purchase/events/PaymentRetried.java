package io.creditledger.api.purchase.events;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PurchaseId;

/**
 * The payment is asked for anew.
 *
 * @param attempt which attempt this is, from 2
 */
public record PaymentRetried(AccountId accountId, PurchaseId purchaseId, int attempt, Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PurchaseId;

/**
 * Asks for the payment anew: the attempt before is known to have made none. Answered by a {@link
 * io.creditledger.api.purchase.PurchaseState}.
 *
 * @param attempt the attempt that is given up; any other is history, and nothing happens
 */
public record RetryPayment(AccountId accountId, PurchaseId purchaseId, int attempt) implements PurchaseCommand {}

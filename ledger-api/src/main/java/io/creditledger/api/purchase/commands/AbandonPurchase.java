package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PurchaseId;

/**
 * Tells that the payment provider has no payment for a purchase that is to be canceled, and will not be asked for one any more.
 * Answered by a {@link io.creditledger.api.purchase.PurchaseState}.
 *
 * @param attempt the last attempt at asking; any other is history, and nothing happens
 */
public record AbandonPurchase(AccountId accountId, PurchaseId purchaseId, int attempt) implements PurchaseCommand {}

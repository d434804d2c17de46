package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PurchaseId;

/** Asks for a purchase as the account knows it at this moment; answered by a {@link io.creditledger.api.purchase.PurchaseState}. */
public record InspectPurchase(AccountId accountId, PurchaseId purchaseId) implements PurchaseCommand {}

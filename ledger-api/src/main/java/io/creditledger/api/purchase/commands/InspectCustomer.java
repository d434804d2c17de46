package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;

/** Asks whom the payment provider knows the account as; answered by a {@link io.creditledger.api.purchase.CustomerState}. */
public record InspectCustomer(AccountId accountId) implements PurchaseCommand {}

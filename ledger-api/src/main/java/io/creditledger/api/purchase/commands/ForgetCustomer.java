package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CustomerReference;

/** Tells that the payment provider has deleted the customer, and with it its cards. */
public record ForgetCustomer(AccountId accountId, CustomerReference customerReference) implements PurchaseCommand {}

package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CustomerReference;

/** Tells whom the payment provider knows the account as, which is kept unless it knows it already. Answered by a {@link io.creditledger.api.purchase.CustomerState}. */
public record RegisterCustomer(AccountId accountId, CustomerReference customerReference) implements PurchaseCommand {}

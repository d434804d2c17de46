package io.creditledger.api.purchase.queries;

import io.creditledger.api.purchase.CustomerReference;

/** Which account the payment provider means by a customer; answered by an {@link io.creditledger.api.account.AccountId}, or nothing. */
public record FindAccountOfCustomer(CustomerReference customerReference) implements PurchaseQuery {}

package io.creditledger.api.purchase;

import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;

/**
 * Credits for a price, as they were on offer at some time. A purchase keeps its package as it was when it was started.
 *
 * @param version which state of the operator's catalogue it is from, 1 or more
 */
public record CreditPackage(PackageId packageId, int version, Credits credits, Price price) {}

package io.creditledger.api.purchase;

import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;

/**
 * When the account buys credits by itself, and how much it may spend on that.
 *
 * @param threshold a top-up is due when less than this is available
 * @param creditPackage what is bought, at the price that the customer agreed to
 * @param monthlyLimit the most that top-ups may cost in one month of UTC
 */
public record AutoTopUpTerms(Credits threshold, CreditPackage creditPackage, Price monthlyLimit) {}

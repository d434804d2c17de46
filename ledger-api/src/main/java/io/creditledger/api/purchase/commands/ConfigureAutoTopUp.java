package io.creditledger.api.purchase.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PackageId;

/**
 * Has the account buy credits by itself, with its default card.
 *
 * @param threshold 1 to 1,000,000,000,000: a top-up is due when less than this is available
 * @param monthlyLimit the most that top-ups may cost in one month of UTC, in the package's currency
 */
public record ConfigureAutoTopUp(AccountId accountId, Credits threshold, PackageId packageId, Price monthlyLimit)
        implements PurchaseCommand {}

package io.creditledger.api.purchase.queries;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/** Whether and how the account buys credits by itself; answered by an {@link AutoTopUpView}, or nothing while there is no such account. */
public record FindAutoTopUp(AccountId accountId, @Nullable Long minRevision) implements PurchaseQuery {}

package io.creditledger.api.purchase.queries;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PurchaseId;
import org.jspecify.annotations.Nullable;

/**
 * A purchase; answered by a {@link PurchaseView}, or nothing while the account has no such purchase.
 *
 * @param minRevision the revision the answer must have reached; waits up to two seconds for it
 */
public record FindPurchase(
        AccountId accountId,
        PurchaseId purchaseId,
        @Nullable Long minRevision) implements PurchaseQuery {}

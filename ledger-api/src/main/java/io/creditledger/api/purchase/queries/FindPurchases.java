package io.creditledger.api.purchase.queries;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The purchases of an account, last started first; answered by a {@link io.creditledger.api.account.queries.Page} of {@link
 * PurchaseView}, or nothing while there is no such account.
 *
 * @param afterRevision only those that changed after this revision, and then in the order of their last changes: for following
 *     what happens
 */
public record FindPurchases(
        AccountId accountId,
        @Nullable Long afterRevision,
        int limit,
        @Nullable String cursor,
        @Nullable Long minRevision)
        implements PurchaseQuery {}

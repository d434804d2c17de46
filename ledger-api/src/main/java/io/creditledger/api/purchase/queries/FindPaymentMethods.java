package io.creditledger.api.purchase.queries;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The saved cards of an account, the default first, then as they were saved; answered by a {@link PaymentMethodsView}, or nothing
 * while there is no such account.
 *
 * @param afterRevision only those that changed after this revision, the removed ones too, in the order of their last changes:
 *     for following what happens
 */
public record FindPaymentMethods(
        AccountId accountId,
        @Nullable Long afterRevision,
        @Nullable Long minRevision) implements PurchaseQuery {}

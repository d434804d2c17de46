package io.creditledger.api.purchase.commands;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PaymentMethodId;
import org.jspecify.annotations.Nullable;

/**
 * Starts the purchase of a package. The money is asked for afterwards; the credits arrive when it is there.
 *
 * @param paymentMethodId the saved card to pay with; null when the customer will give one
 * @param savePaymentMethod whether a card given then is to be saved
 */
public record PurchaseCredits(
        AccountId accountId,
        IdempotencyKey idempotencyKey,
        PackageId packageId,
        @Nullable PaymentMethodId paymentMethodId,
        boolean savePaymentMethod)
        implements MoneyMovement {}

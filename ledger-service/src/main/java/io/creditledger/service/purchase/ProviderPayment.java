package io.creditledger.service.purchase;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PurchaseId;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the payment provider has it.
 *
 * @param address whose payment it says it is; null when it is none of the ledger's
 */
public record ProviderPayment(
        PaymentState state,
        ClientSecret clientSecret,
        @Nullable Address address) {

    /** The purchase that a payment was made for, as it says itself. The account knows whether that is so. */
    public record Address(AccountId accountId, PurchaseId purchaseId) {}
}

package io.creditledger.service.purchase;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import org.jspecify.annotations.Nullable;

/**
 * A payment to be made. All that is asked of the payment provider follows from it, so that the same attempt asks the same.
 *
 * @param attempt names the request together with the purchase: sent again, it makes no second payment
 * @param paymentMethodId the card to charge at once; null when the customer will give one
 * @param savePaymentMethod whether a card given then is to be saved
 * @param customerPresent whether the customer is there to answer their bank
 */
public record PaymentRequest(
        AccountId accountId,
        PurchaseId purchaseId,
        int attempt,
        CreditPackage creditPackage,
        CustomerReference customerReference,
        @Nullable PaymentMethodId paymentMethodId,
        boolean savePaymentMethod,
        boolean customerPresent) {}

package io.creditledger.api.purchase.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import org.jspecify.annotations.Nullable;

/**
 * A purchase was started; the payment provider has not been asked yet.
 *
 * @param paymentMethodId the saved card to pay with; null when the customer will give one
 * @param savePaymentMethod whether a card given then is to be saved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PurchaseStarted(
        AccountId accountId,
        PurchaseId purchaseId,
        CreditPackage creditPackage,
        PurchaseInitiator initiator,
        @Nullable PaymentMethodId paymentMethodId,
        boolean savePaymentMethod,
        Balance balance)
        implements PurchaseEvent {}

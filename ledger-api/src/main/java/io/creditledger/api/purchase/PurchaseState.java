package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to carry a purchase on, as the account knows it at this moment.
 *
 * @param customerReference whom the payment provider knows the account as; null while it does not
 * @param customersBefore how many customers of the account the payment provider has forgotten
 * @param attempt which attempt at asking for the payment this is, from 1
 * @param paymentReference null until the payment provider has said that there is a payment
 * @param failure why the last attempt failed
 * @param cancellationRequested whether it is to be canceled
 * @param outcomeRevision the revision of the first outcome, which is what the request that started it is answered with; null
 *     until there is one
 * @param openRefunds refunds asked for that nothing is known of yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PurchaseState(
        PurchaseId purchaseId,
        CreditPackage creditPackage,
        PurchaseInitiator initiator,
        @Nullable PaymentMethodId paymentMethodId,
        boolean savePaymentMethod,
        @Nullable CustomerReference customerReference,
        int customersBefore,
        PurchaseStatus status,
        int attempt,
        @Nullable PaymentReference paymentReference,
        @Nullable PaymentFailure failure,
        boolean cancellationRequested,
        Instant startedAt,
        @Nullable Long outcomeRevision,
        List<OpenRefund> openRefunds) {

    public PurchaseState {
        openRefunds = List.copyOf(openRefunds);
    }

    /**
     * A refund to ask the payment provider for.
     *
     * @param amount in the currency's smallest unit
     */
    public record OpenRefund(RefundId refundId, long amount) {}
}

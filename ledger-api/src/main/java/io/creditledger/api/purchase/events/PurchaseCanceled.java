package io.creditledger.api.purchase.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The purchase has ended without payment.
 *
 * @param paymentReference the payment that nobody can pay any more; null when there never was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PurchaseCanceled(
        AccountId accountId,
        PurchaseId purchaseId,
        @Nullable PaymentReference paymentReference,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The payment provider says that the purchase is paid. Its credits come with the fact that follows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PurchaseSucceeded(
        AccountId accountId,
        PurchaseId purchaseId,
        PaymentReference paymentReference,
        @Nullable String receiptUrl,
        Instant observedAt,
        Balance balance)
        implements PurchaseEvent {}

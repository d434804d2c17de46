package io.creditledger.api.purchase.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.PurchaseStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A purchase.
 *
 * @param creditPackage what was bought, at the price it was started at
 * @param paymentIntentId the payment, by the payment provider's id; null until there is one
 * @param paymentMethodId the saved card it was started with; null for one that was to be given later
 * @param failure why the last attempt to pay failed, while that is so
 * @param cancellation why it was to be ended; null unless it was
 * @param receiptUrl where the customer finds the receipt
 * @param lotId the lot of its credits; null until it is paid
 * @param refunded how much money has gone back
 * @param clawedBack how many of its credits have left with refunds and lost disputes
 * @param revision the account's revision of the last change of the purchase
 * @param updatedAt when that was
 */
public record PurchaseView(
        String purchaseId,
        PurchaseStatus status,
        PurchaseInitiator initiator,
        @JsonProperty("package") CreditPackage creditPackage,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String paymentIntentId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String paymentMethodId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PaymentFailure failure,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable CancellationReason cancellation,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String receiptUrl,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String lotId,
        Price refunded,
        long clawedBack,
        Instant startedAt,
        Instant updatedAt,
        long revision) {}

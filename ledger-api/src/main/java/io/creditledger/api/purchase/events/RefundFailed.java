package io.creditledger.api.purchase.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund that was asked for will not come about.
 *
 * @param credits how many are held no longer
 * @param observedAt when the payment provider had it fail, by its own clock; absent when it refused to make it at all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundFailed(
        AccountId accountId,
        RefundId refundId,
        PurchaseId purchaseId,
        Credits credits,
        PaymentFailure failure,
        @Nullable Instant observedAt,
        Balance balance)
        implements PurchaseEvent {}

package io.creditledger.api.purchase.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PaymentFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Automatic top-ups wait.
 *
 * @param failure what the bank said, if that is why
 * @param until when they go on by themselves; null when something else has to happen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AutoTopUpPaused(
        AccountId accountId,
        PauseReason reason,
        @Nullable PaymentFailure failure,
        @Nullable Instant until,
        Balance balance)
        implements PurchaseEvent {}

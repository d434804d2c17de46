package io.creditledger.api.purchase.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PauseReason;
import io.creditledger.api.purchase.PaymentFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how an account buys credits by itself.
 *
 * @param threshold a top-up is due when less than this is available; null while off, and so are the terms that follow
 * @param spentThisMonth what top-ups of this month of UTC cost, those under way included
 * @param pausedReason why top-ups wait; null unless they do
 * @param failure what the bank said of the last top-up, while that matters
 * @param nextAttemptAt when top-ups go on by themselves; null when they need not or something else has to happen
 * @param openPurchaseId the top-up that is under way or needs the customer
 */
public record AutoTopUpView(
        State state,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long threshold,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String packageId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Price monthlyLimit,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Price spentThisMonth,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PauseReason pausedReason,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PaymentFailure failure,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant nextAttemptAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String openPurchaseId,
        long revision,
        Instant asOf) {

    /** Whether top-ups happen. */
    public enum State {
        @JsonProperty("off")
        OFF,
        @JsonProperty("on")
        ON,
        @JsonProperty("paused")
        PAUSED
    }
}

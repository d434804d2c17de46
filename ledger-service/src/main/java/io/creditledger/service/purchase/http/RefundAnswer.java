package io.creditledger.service.purchase.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a refund is answered: whether the money goes back, and the balance after that was known.
 *
 * @param credits how many were held for it: they have left if it succeeded, and can be spent again if it failed
 * @param failure why the money does not go back, if it does not
 */
record RefundAnswer(
        String refundId,
        String purchaseId,
        String accountId,
        long credits,
        Price amount,
        String reason,
        Status status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaymentFailure failure,
        Instant occurredAt,
        BalanceView balance,
        long revision) {

    /** What came of it. */
    enum Status {
        /** The payment provider has the refund: the money is on its way, or there. */
        @JsonProperty("succeeded")
        SUCCEEDED,
        @JsonProperty("failed")
        FAILED
    }

    /** Made of the two facts and of nothing else, so that it is the same whenever the request is repeated. */
    static RefundAnswer of(RefundRequested requested, Recorded settled) {
        PaymentFailure failure = settled.fact() instanceof RefundFailed failed ? failed.failure() : null;
        return new RefundAnswer(
                requested.refundId().value(),
                requested.purchaseId().value(),
                requested.accountId().value(),
                requested.credits().amount(),
                requested.amount(),
                requested.reason(),
                failure == null ? Status.SUCCEEDED : Status.FAILED,
                failure,
                settled.occurredAt(),
                BalanceView.of(
                        requested.accountId(), settled.fact().balance(), settled.revision(), settled.occurredAt()),
                settled.revision());
    }
}

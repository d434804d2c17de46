package io.creditledger.service.purchase.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.service.purchase.ClientSecret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase is answered: how its payment went at first, and the balance after that. What became of it later is another
 * question.
 *
 * @param paymentIntentId the payment, by the payment provider's id; null when none was made
 * @param clientSecret lets a browser confirm the payment; only while that is what was needed
 * @param failure why the payment did not come about, if it did not
 */
record PurchaseAnswer(
        String purchaseId,
        String accountId,
        PurchaseStatus status,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String paymentIntentId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientSecret,
        @JsonProperty("package") CreditPackage creditPackage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaymentFailure failure,
        Instant occurredAt,
        BalanceView balance,
        long revision) {

    /** Made of the two facts and of nothing else, so that it is the same whenever the request is repeated. */
    static PurchaseAnswer of(PurchaseStarted started, Recorded first, @Nullable ClientSecret secret) {
        Outcome outcome = Outcome.of(first.fact());
        return new PurchaseAnswer(
                started.purchaseId().value(),
                started.accountId().value(),
                outcome.status(),
                outcome.payment() == null ? null : outcome.payment().value(),
                secret == null || !outcome.needsCustomer() ? null : secret.value(),
                started.creditPackage(),
                outcome.failure(),
                first.occurredAt(),
                BalanceView.of(started.accountId(), first.fact().balance(), first.revision(), first.occurredAt()),
                first.revision());
    }
}

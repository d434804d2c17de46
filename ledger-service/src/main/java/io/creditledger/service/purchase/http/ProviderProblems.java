package io.creditledger.service.purchase.http;

import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.service.platform.http.Failures;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said while the payment provider does not answer: what is safe, and what to do. */
final class ProviderProblems {

    private ProviderProblems() {}

    static ProblemException outcomeUnknown(PurchaseState state) {
        return unavailable(
                state,
                "the payment provider has not said yet what came of the payment; the purchase is noted and goes on by"
                        + " itself, nothing is charged twice, and the same request may be sent again with its key");
    }

    static ProblemException secretUnknown(PurchaseState state) {
        return unavailable(
                state,
                "the payment provider does not answer at the moment, so what the browser needs to pay can't be told;"
                        + " nothing is charged twice, and the same request may be sent again");
    }

    static ProblemException goesOn(PurchaseState state) {
        return unavailable(
                state,
                "the payment provider does not answer at the moment; what was asked for is noted and goes on by itself,"
                        + " nothing is charged twice, and the same request may be sent again");
    }

    static ProblemException notOpen(PurchaseState state) {
        return Problem.of(
                        ProblemType.PURCHASE_NOT_OPEN,
                        "the purchase " + state.purchaseId() + " has ended",
                        facts(state.purchaseId().value(), state.status()))
                .asException();
    }

    static ProblemException refundUnknown(RefundRequested requested) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("refundId", requested.refundId().value());
        facts.put("purchaseId", requested.purchaseId().value());
        return unavailable(
                "the payment provider has not said yet what came of the refund; its credits stay held and it goes on by"
                        + " itself, nothing is refunded twice, and the same request may be sent again with its key",
                facts);
    }

    private static ProblemException unavailable(PurchaseState state, String detail) {
        return unavailable(detail, facts(state.purchaseId().value(), state.status()));
    }

    private static ProblemException unavailable(String detail, Map<String, Object> facts) {
        return Problem.of(ProblemType.PAYMENT_PROVIDER_UNAVAILABLE, detail, facts)
                .retryAfter(Failures.PROVIDER_RETRY_SECONDS)
                .asException();
    }

    private static Map<String, Object> facts(String purchaseId, PurchaseStatus status) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("purchaseId", purchaseId);
        facts.put("purchaseStatus", status);
        return facts;
    }
}

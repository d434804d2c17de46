package io.creditledger.service.purchase.stripe;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the ledger does not start, instead of in a trace. Found by Spring Boot through its list of factories. */
final class UnsafeStripeAnalyzer extends AbstractFailureAnalyzer<UnsafeStripeException> {

    @Override
    protected FailureAnalysis analyze(Throwable failed, UnsafeStripeException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "See docs/operating.md, \"Selling credits\", for what goes with what.", cause);
    }
}

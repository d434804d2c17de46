package io.creditledger.service.platform.roles;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the ledger does not start, instead of in a trace. Found by Spring Boot through its list of factories. */
final class WrongRolesAnalyzer extends AbstractFailureAnalyzer<WrongRolesException> {

    @Override
    protected FailureAnalysis analyze(Throwable failed, WrongRolesException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "See docs/operating.md, \"Several processes\", for what goes with what.", cause);
    }
}

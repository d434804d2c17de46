package io.creditledger.service.platform.axonserver;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets tests of a real Axon Server run when one is named: empty, reached without a token, and thrown away afterwards, since
 * nothing deletes what they store. Otherwise it says why they were skipped.
 */
public final class RealAxonServer implements ExecutionCondition {

    private static final String NAME = "LEDGER_TEST_AXON_SERVER";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (named() != null) {
            return ConditionEvaluationResult.enabled(NAME + " names one");
        }
        String reason = context.getDisplayName() + " is skipped: no " + NAME + "=host:port names a real Axon Server";
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    /** Its address; where none is named, one at which there is none. */
    public static String address() {
        String named = named();
        return named == null ? "localhost:1" : named;
    }

    private static @Nullable String named() {
        String address = System.getenv(NAME);
        return address == null || address.isBlank() ? null : address;
    }
}

package io.creditledger.simulator.stripe;

import tools.jackson.databind.node.ObjectNode;

/** What some test cards bring about once they were charged. */
final class Consequences {

    private final Disputes disputes;
    private final FraudWarnings warnings;

    Consequences(Disputes disputes, FraudWarnings warnings) {
        this.disputes = disputes;
        this.warnings = warnings;
    }

    void follow(ObjectNode charge, TestCard.Aftermath aftermath) {
        switch (aftermath) {
            case FRAUDULENT -> disputes.open(charge, null, "fraudulent", false, true);
            case NOT_RECEIVED -> disputes.open(charge, null, "product_not_received", false, true);
            case INQUIRY -> disputes.open(charge, null, "general", true, false);
            case FRAUD_WARNING -> warnings.warn(charge);
            case NOTHING, AVAILABLE, REFUND_PENDING, REFUND_FAILS -> {}
        }
    }
}

package io.creditledger.simulator.state;

/** The kinds of objects, with the names that Stripe has for them. */
public enum Kind {
    CUSTOMER("customer", "cus_", "customers"),
    PAYMENT_METHOD("payment_method", "pm_", "payment_methods"),
    CONFIRMATION_TOKEN("confirmation_token", "ctoken_", "confirmation_tokens"),
    SETUP_INTENT("setup_intent", "seti_", "setup_intents"),
    PAYMENT_INTENT("payment_intent", "pi_", "payment_intents"),
    CHARGE("charge", "ch_", "charges"),
    BALANCE_TRANSACTION("balance_transaction", "txn_", "balance_transactions"),
    REFUND("refund", "re_", "refunds"),
    DISPUTE("dispute", "du_", "disputes"),
    FRAUD_WARNING("radar.early_fraud_warning", "issfr_", "radar/early_fraud_warnings"),
    EVENT("event", "evt_", "events"),
    /** Not Stripe's, from here on: what the simulator itself has to remember. */
    KEPT_ANSWER("kept_answer", "", "kept_answers"),
    DELIVERY("delivery", "dlv_", "deliveries"),
    CONTROL("control", "", "controls");

    private final String objectName;
    private final String prefix;
    private final String collection;

    Kind(String objectName, String prefix, String collection) {
        this.objectName = objectName;
        this.prefix = prefix;
        this.collection = collection;
    }

    /** The value of the field {@code object}. */
    public String objectName() {
        return objectName;
    }

    public String prefix() {
        return prefix;
    }

    /** The path of the list of all. */
    public String collectionPath() {
        return "/v1/" + collection;
    }
}

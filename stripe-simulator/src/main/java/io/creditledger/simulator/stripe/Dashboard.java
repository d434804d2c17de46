package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import io.creditledger.simulator.state.Store;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happens at Stripe without a call of the merchant: people in its dashboard, customers and their banks. */
public final class Dashboard {

    private final Store store;
    private final Records records;
    private final Customers customers;
    private final PaymentMethods methods;
    private final PaymentIntents payments;
    private final SetupIntents setups;
    private final Refunds refunds;
    private final Disputes disputes;

    Dashboard(
            Store store,
            Records records,
            Customers customers,
            PaymentMethods methods,
            PaymentIntents payments,
            SetupIntents setups,
            Refunds refunds,
            Disputes disputes) {
        this.store = store;
        this.records = records;
        this.customers = customers;
        this.methods = methods;
        this.payments = payments;
        this.setups = setups;
        this.refunds = refunds;
        this.disputes = disputes;
    }

    private static boolean isSetup(String intent) {
        return intent.startsWith(Kind.SETUP_INTENT.prefix());
    }

    @Nullable
    ObjectNode intent(String id) {
        return store.find(isSetup(id) ? Kind.SETUP_INTENT : Kind.PAYMENT_INTENT, id);
    }

    /** Ends a challenge of 3-D Secure. */
    public ObjectNode authenticate(String intent, boolean succeeds) {
        return store.alone(() -> isSetup(intent)
                ? setups.finishAuthentication(intent, succeeds)
                : payments.finishAuthentication(intent, succeeds));
    }

    /** What the page of a challenge needs to know, or null if there is no such challenge. */
    public @Nullable ObjectNode challenged(String intent, @Nullable String challenge) {
        return store.alone(() -> {
            ObjectNode found = intent(intent);
            return found != null && Challenges.isAnsweredBy(found, challenge) ? found.deepCopy() : null;
        });
    }

    /** What may be shown of the card that an intent is about. */
    public ObjectNode cardOf(ObjectNode intent) {
        return store.alone(() -> {
            String id = Json.textOf(intent, "payment_method");
            return Json.objectOf(records.addressed(Kind.PAYMENT_METHOD, id), "card")
                    .deepCopy();
        });
    }

    /** How much there is of what. */
    public SequencedMap<String, Integer> counts() {
        return store.alone(() -> {
            SequencedMap<String, Integer> counts = new LinkedHashMap<>();
            counts.put("customers", store.count(Kind.CUSTOMER));
            counts.put("payments", store.count(Kind.PAYMENT_INTENT));
            counts.put("charges", store.count(Kind.CHARGE));
            counts.put("refunds", store.count(Kind.REFUND));
            counts.put("disputes", store.count(Kind.DISPUTE));
            counts.put("events", store.count(Kind.EVENT));
            counts.put("webhooks waiting", store.count(Kind.DELIVERY));
            return counts;
        });
    }

    /** Where the customer came from, with what the page there wants to know; null if from no page of its own. */
    public static @Nullable String returnUrl(ObjectNode intent, boolean succeeded) {
        String url = Json.text(intent, Challenges.RETURN_URL);
        if (url == null) {
            return null;
        }
        String name = isSetup(Json.textOf(intent, "id")) ? "setup_intent" : "payment_intent";
        return url + (url.contains("?") ? "&" : "?")
                + name + "=" + Json.textOf(intent, "id")
                + "&" + name + "_client_secret=" + Json.textOf(intent, "client_secret")
                + "&redirect_status=" + (succeeded ? "succeeded" : "failed");
    }

    /** A refund that somebody makes in Stripe's own dashboard. */
    public ObjectNode refund(String paymentIntent, @Nullable Long amount, @Nullable String outcome) {
        return store.alone(() -> {
            ObjectNode charge = refunds.chargeOf(paymentIntent);
            return Rendering.of(refunds.refund(charge, amount, "requested_by_customer", Json.object(), outcome));
        });
    }

    public ObjectNode completeRefund(String refund, boolean succeeds) {
        return store.alone(() -> refunds.complete(refund, succeeds));
    }

    /** Does what banks do late. */
    public void completeDueRefunds() {
        store.alone(() -> {
            refunds.completeDue();
            return true;
        });
    }

    /** A customer's bank disputes a payment, or asks about it. */
    public ObjectNode dispute(
            String paymentIntent, @Nullable Long amount, String reason, boolean inquiry, boolean withdraw) {
        if (!Disputes.REASONS.contains(reason)) {
            throw StripeFailure.invalid(null, "reason", "Unknown reason: " + reason);
        }
        return store.alone(
                () -> Rendering.of(disputes.open(refunds.chargeOf(paymentIntent), amount, reason, inquiry, withdraw)));
    }

    public ObjectNode withdrawFunds(String dispute) {
        return onDispute(dispute, disputes::withdrawFunds);
    }

    public ObjectNode closeDispute(String dispute, String outcome) {
        return onDispute(dispute, found -> disputes.close(found, outcome));
    }

    private ObjectNode onDispute(String id, Consumer<ObjectNode> action) {
        return store.alone(() -> {
            ObjectNode dispute = records.addressed(Kind.DISPUTE, id);
            action.accept(dispute);
            return Rendering.of(dispute);
        });
    }

    /** The card network tells a card's new expiry. */
    public ObjectNode renewCard(String paymentMethod, YearMonth expiry) {
        return store.alone(() -> methods.renew(paymentMethod, expiry));
    }

    public ObjectNode detachCard(String paymentMethod) {
        return store.alone(() -> {
            ObjectNode method = records.addressed(Kind.PAYMENT_METHOD, paymentMethod);
            methods.detach(method);
            return Rendering.of(method);
        });
    }

    public ObjectNode deleteCustomer(String customer) {
        return store.alone(() -> customers.delete(customer));
    }

    /** The charge of a receipt, or null. */
    public @Nullable ObjectNode charge(String id) {
        return store.alone(() -> {
            ObjectNode charge = store.find(Kind.CHARGE, id);
            return charge == null ? null : Rendering.of(charge);
        });
    }
}

package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Money on its way back to a card. */
final class Refunds {

    private static final String DUE = "_dueAtMillis";
    private static final String DUE_OUTCOME = "_dueOutcome";
    private static final Duration UNTIL_PENDING_SUCCEEDS = Duration.ofSeconds(5);
    private static final Duration UNTIL_FAILURE = Duration.ofSeconds(2);

    private final Records records;
    private final BalanceTransactions balance;

    Refunds(Records records, BalanceTransactions balance) {
        this.records = records;
        this.balance = balance;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/refunds", this::create),
                Route.get("/v1/refunds", this::list),
                Route.get("/v1/refunds/{id}", this::get),
                Route.post("/v1/refunds/{id}", this::update),
                Route.post("/v1/refunds/{id}/cancel", this::cancel));
    }

    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        String chargeId = parameters.text("charge");
        String intentId = parameters.text("payment_intent");
        Long amount = parameters.integer("amount");
        String reason = parameters.choice("reason", "duplicate", "fraudulent", "requested_by_customer");
        ObjectNode noted = Json.object().set(Metadata.FIELD, Json.object());
        parameters.writeMetadata(noted);
        parameters.end();
        ObjectNode charge = chargeToRefund(chargeId, intentId);
        return Rendering.of(refund(charge, amount, reason, Json.objectOf(noted, Metadata.FIELD), null));
    }

    private ObjectNode chargeToRefund(@Nullable String chargeId, @Nullable String intentId) {
        if (chargeId == null && intentId == null) {
            throw StripeFailure.invalid(
                    "parameter_missing",
                    "payment_intent",
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        if (chargeId != null && intentId != null) {
            throw StripeFailure.invalid(
                    "parameters_exclusive",
                    "charge",
                    "You may only specify one of these parameters: charge, payment_intent.");
        }
        return chargeId != null ? records.named(Kind.CHARGE, chargeId, "charge") : chargeOf(intentId);
    }

    ObjectNode chargeOf(@Nullable String intentId) {
        String id = intentId == null ? "" : intentId;
        ObjectNode intent = records.named(Kind.PAYMENT_INTENT, id, "payment_intent");
        String charge = Json.text(intent, "latest_charge");
        if (charge == null || !"succeeded".equals(Json.text(intent, "status"))) {
            throw StripeFailure.conflict(
                    null,
                    "payment_intent",
                    "This PaymentIntent (" + id + ") does not have a successful charge to refund.");
        }
        return records.named(Kind.CHARGE, charge, "charge");
    }

    /** Refunds the amount, or what is left; with a status other than the card's own if one is given. */
    ObjectNode refund(
            ObjectNode charge,
            @Nullable Long amount,
            @Nullable String reason,
            ObjectNode metadata,
            @Nullable String wantedStatus) {
        long refunded = amountToRefund(charge, amount);
        TestCard.Aftermath aftermath = aftermathOf(charge);
        boolean pending =
                wantedStatus == null ? aftermath == TestCard.Aftermath.REFUND_PENDING : wantedStatus.equals("pending");
        ObjectNode refund = made(charge, refunded, reason, metadata, pending);
        ObjectNode before = charge.deepCopy();
        addToCharge(charge, refunded);
        if (!pending) {
            payOut(refund);
        }
        if (wantedStatus == null) {
            scheduleOutcome(refund, aftermath);
        }
        records.save(Kind.REFUND, refund);
        records.happened("refund.created", refund);
        records.changed("charge.refunded", before, charge);
        if ("failed".equals(wantedStatus)) {
            fail(refund, "lost_or_stolen_card");
        }
        return refund;
    }

    private TestCard.Aftermath aftermathOf(ObjectNode charge) {
        ObjectNode method = records.named(Kind.PAYMENT_METHOD, Json.textOf(charge, "payment_method"), "payment_method");
        return PaymentMethods.testCard(method).aftermath();
    }

    private void scheduleOutcome(ObjectNode refund, TestCard.Aftermath aftermath) {
        if (aftermath == TestCard.Aftermath.REFUND_PENDING) {
            schedule(refund, "succeed", UNTIL_PENDING_SUCCEEDS);
        } else if (aftermath == TestCard.Aftermath.REFUND_FAILS) {
            schedule(refund, "fail", UNTIL_FAILURE);
        }
    }

    private void schedule(ObjectNode refund, String outcome, Duration after) {
        refund.put(DUE, records.time().now().plus(after).toEpochMilli()).put(DUE_OUTCOME, outcome);
    }

    private long amountToRefund(ObjectNode charge, @Nullable Long amount) {
        String id = Json.textOf(charge, "id");
        if (!Json.flag(charge, "paid")) {
            throw StripeFailure.conflict(
                    null, null, "Charge " + id + " cannot be refunded because it was not successful.");
        }
        if (hasOpenDispute(id)) {
            throw StripeFailure.conflict(
                    "charge_disputed", null, "Charge " + id + " has been charged back; cannot issue a refund.");
        }
        long remaining = Json.number(charge, "amount") - Json.number(charge, "amount_refunded");
        if (remaining == 0) {
            throw StripeFailure.conflict(
                    "charge_already_refunded", null, "Charge " + id + " has already been refunded.");
        }
        if (amount == null) {
            return remaining;
        }
        if (amount < 1) {
            throw StripeFailure.invalid(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        if (amount > remaining) {
            String what = Json.number(charge, "amount_refunded") == 0 ? "charge amount" : "unrefunded amount on charge";
            throw StripeFailure.conflict(
                    null,
                    "amount",
                    "Refund amount (" + money(amount) + ") is greater than " + what + " (" + money(remaining) + ")");
        }
        return amount;
    }

    private boolean hasOpenDispute(String charge) {
        return records.all(Kind.DISPUTE, dispute -> charge.equals(Json.text(dispute, "charge")))
                .anyMatch(dispute -> !Json.flag(dispute, "is_charge_refundable"));
    }

    private static String money(long amount) {
        return "$" + String.format(Locale.ROOT, "%d.%02d", amount / 100, amount % 100);
    }

    private ObjectNode made(
            ObjectNode charge, long amount, @Nullable String reason, ObjectNode metadata, boolean pending) {
        ObjectNode destination = Json.object()
                .put("type", "card")
                .set(
                        "card",
                        Json.object()
                                .put("reference_status", "pending")
                                .put("reference_type", "acquirer_reference_number")
                                .put("type", "refund"));
        ObjectNode refund = records.fresh(Kind.REFUND);
        refund.remove("livemode");
        refund.put("amount", amount)
                .putNull("balance_transaction")
                .put("charge", Json.text(charge, "id"))
                .put("currency", Json.text(charge, "currency"))
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("reason", reason)
                .putNull("receipt_number")
                .putNull("source_transfer_reversal")
                .put("status", "pending")
                .putNull("transfer_reversal")
                .set(Metadata.FIELD, metadata)
                .set("destination_details", destination);
        if (pending) {
            refund.put("pending_reason", "processing");
        }
        return refund;
    }

    private void payOut(ObjectNode refund) {
        refund.remove("pending_reason");
        refund.put("status", "succeeded")
                .put(
                        "balance_transaction",
                        balance.moved(
                                "refund",
                                "refund",
                                Json.textOf(refund, "id"),
                                -Json.number(refund, "amount"),
                                Json.textOf(refund, "currency")));
    }

    private void addToCharge(ObjectNode charge, long amount) {
        long refunded = Json.number(charge, "amount_refunded") + amount;
        charge.put("amount_refunded", refunded).put("refunded", refunded == Json.number(charge, "amount"));
        records.save(Kind.CHARGE, charge);
    }

    /** What has become due meanwhile, as the bank decides late. */
    void completeDue() {
        long now = records.time().now().toEpochMilli();
        records.all(Kind.REFUND, refund -> refund.has(DUE) && Json.number(refund, DUE) <= now)
                .toList()
                .forEach(refund -> complete(refund, "succeed".equals(Json.text(refund, DUE_OUTCOME))));
    }

    ObjectNode complete(String id, boolean succeeds) {
        ObjectNode refund = records.addressed(Kind.REFUND, id);
        String status = Json.textOf(refund, "status");
        if (!status.equals("pending") && (succeeds || !status.equals("succeeded"))) {
            throw StripeFailure.conflict(null, null, "A refund with the status " + status + " cannot be completed so.");
        }
        complete(refund, succeeds);
        return Rendering.of(refund);
    }

    private void complete(ObjectNode refund, boolean succeeds) {
        refund.remove(List.of(DUE, DUE_OUTCOME));
        if (succeeds) {
            ObjectNode before = refund.deepCopy();
            payOut(refund);
            updated(before, refund);
        } else {
            fail(refund, "lost_or_stolen_card");
        }
    }

    private void fail(ObjectNode refund, String reason) {
        ObjectNode before = refund.deepCopy();
        giveBack(refund, "failed");
        refund.put("failure_reason", reason);
        updated(before, refund);
        records.happened("refund.failed", refund);
    }

    private void giveBack(ObjectNode refund, String status) {
        ObjectNode charge = records.named(Kind.CHARGE, Json.textOf(refund, "charge"), "charge");
        long amount = Json.number(refund, "amount");
        addToCharge(charge, -amount);
        if (Json.has(refund, "balance_transaction")) {
            refund.put(
                    "failure_balance_transaction",
                    balance.moved(
                            "refund_failure",
                            "refund_failure",
                            Json.textOf(refund, "id"),
                            amount,
                            Json.textOf(refund, "currency")));
        }
        refund.remove("pending_reason");
        refund.put("status", status);
    }

    private void updated(ObjectNode before, ObjectNode refund) {
        records.save(Kind.REFUND, refund);
        records.changed("refund.updated", before, refund);
        records.changed("charge.refund.updated", before, refund);
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(records.addressed(Kind.REFUND, call.id()));
    }

    private ObjectNode update(Call call) {
        ObjectNode before = records.addressed(Kind.REFUND, call.id());
        ObjectNode refund = before.deepCopy();
        call.parameters().writeMetadata(refund);
        call.parameters().end();
        updated(before, refund);
        return Rendering.of(refund);
    }

    private ObjectNode cancel(Call call) {
        ObjectNode refund = records.addressed(Kind.REFUND, call.id());
        call.parameters().end();
        String status = Json.textOf(refund, "status");
        if (!status.equals("pending")) {
            throw StripeFailure.conflict(
                    null, null, "You cannot cancel this refund because it has a status of " + status + ".");
        }
        ObjectNode before = refund.deepCopy();
        refund.remove(List.of(DUE, DUE_OUTCOME));
        giveBack(refund, "canceled");
        updated(before, refund);
        return Rendering.of(refund);
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.REFUND, parameters);
        var wanted = Filters.field(parameters, "payment_intent")
                .and(Filters.field(parameters, "charge"))
                .and(Filters.created(parameters));
        parameters.end();
        return records.list(listing, wanted);
    }
}

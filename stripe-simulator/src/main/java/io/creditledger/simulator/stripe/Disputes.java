package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Payments that a customer's bank calls into question. */
final class Disputes {

    static final Set<String> REASONS = Set.of(
            "bank_cannot_process",
            "check_returned",
            "credit_not_processed",
            "customer_initiated",
            "debit_not_authorized",
            "duplicate",
            "fraudulent",
            "general",
            "incorrect_account_details",
            "insufficient_funds",
            "noncompliant",
            "product_not_received",
            "product_unacceptable",
            "subscription_canceled",
            "unrecognized");
    static final String NEEDS_RESPONSE = "needs_response";
    static final String INQUIRY = "warning_needs_response";

    private static final String[] EVIDENCE = {
        "access_activity_log",
        "billing_address",
        "cancellation_policy_disclosure",
        "cancellation_rebuttal",
        "customer_email_address",
        "customer_name",
        "customer_purchase_ip",
        "duplicate_charge_explanation",
        "duplicate_charge_id",
        "product_description",
        "refund_policy_disclosure",
        "refund_refusal_explanation",
        "service_date",
        "uncategorized_text"
    };
    private static final Duration TIME_TO_RESPOND = Duration.ofDays(9);
    private static final long DISPUTE_FEE = 1_500;

    private final Records records;
    private final BalanceTransactions balance;

    Disputes(Records records, BalanceTransactions balance) {
        this.records = records;
        this.balance = balance;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/disputes", this::list),
                Route.get("/v1/disputes/{id}", this::get),
                Route.post("/v1/disputes/{id}", this::update),
                Route.post("/v1/disputes/{id}/close", this::accept));
    }

    ObjectNode open(ObjectNode charge, @Nullable Long amount, String reason, boolean inquiry, boolean withdraw) {
        long disputed = amount == null ? Json.number(charge, "amount") : amount;
        ObjectNode dispute = made(charge, disputed, reason, inquiry);
        charge.put("disputed", true);
        records.save(Kind.CHARGE, charge);
        records.save(Kind.DISPUTE, dispute);
        records.happened("charge.dispute.created", dispute);
        if (withdraw && !inquiry) {
            withdrawFunds(dispute);
        }
        return dispute;
    }

    private ObjectNode made(ObjectNode charge, long amount, String reason, boolean inquiry) {
        ObjectNode evidence = Json.object();
        for (String field : EVIDENCE) {
            evidence.putNull(field);
        }
        ObjectNode details = Json.object()
                .put("due_by", records.now() + TIME_TO_RESPOND.toSeconds())
                .put("has_evidence", false)
                .put("past_due", false)
                .put("submission_count", 0)
                .set("enhanced_eligibility", Json.object());
        ObjectNode card = Json.object()
                .put("brand", Json.text(charge.path("payment_method_details").path("card"), "brand"))
                .put("case_type", inquiry ? "inquiry" : "chargeback")
                .put("network_reason_code", reason.equals("fraudulent") ? "10.4" : "13.1");
        return records.fresh(Kind.DISPUTE)
                .put("amount", amount)
                .put("charge", Json.text(charge, "id"))
                .put("currency", Json.text(charge, "currency"))
                .put("is_charge_refundable", inquiry)
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("reason", reason)
                .put("status", inquiry ? INQUIRY : NEEDS_RESPONSE)
                .set("balance_transactions", Json.array())
                .set("enhanced_eligibility_types", Json.array())
                .set("evidence", evidence)
                .set("evidence_details", details)
                .set("payment_method_details", Json.object().put("type", "card").set("card", card));
    }

    /** The bank takes the money; an inquiry becomes a dispute by it. */
    void withdrawFunds(ObjectNode dispute) {
        if (!dispute.withArray("balance_transactions").isEmpty()) {
            throw StripeFailure.conflict(null, null, "The funds of this dispute are withdrawn already.");
        }
        if (isClosed(dispute)) {
            throw closedAlready();
        }
        ObjectNode before = dispute.deepCopy();
        boolean wasInquiry = isInquiry(dispute);
        move(dispute, -Json.number(dispute, "amount"), DISPUTE_FEE);
        dispute.put("is_charge_refundable", false);
        if (wasInquiry) {
            dispute.put("status", NEEDS_RESPONSE);
            records.changed("charge.dispute.updated", before, dispute);
        }
        records.save(Kind.DISPUTE, dispute);
        records.happened("charge.dispute.funds_withdrawn", dispute);
    }

    private void move(ObjectNode dispute, long amount, long fee) {
        String currency = Json.textOf(dispute, "currency");
        String id = balance.moved(
                "adjustment",
                amount < 0 ? "dispute" : "dispute_reversal",
                Json.textOf(dispute, "id"),
                amount - fee,
                currency);
        dispute.withArray("balance_transactions").add(Rendering.of(records.addressed(Kind.BALANCE_TRANSACTION, id)));
    }

    void close(ObjectNode dispute, String outcome) {
        if (isClosed(dispute)) {
            throw closedAlready();
        }
        boolean withdrawn = !dispute.withArray("balance_transactions").isEmpty();
        dispute.put("status", outcome);
        // Only what the customer did not get back may be refunded.
        dispute.put("is_charge_refundable", !outcome.equals("lost"));
        boolean reinstated = withdrawn && !outcome.equals("lost");
        if (reinstated) {
            move(dispute, Json.number(dispute, "amount"), 0);
        }
        records.save(Kind.DISPUTE, dispute);
        records.happened("charge.dispute.closed", dispute);
        if (reinstated) {
            records.happened("charge.dispute.funds_reinstated", dispute);
        }
    }

    private static StripeFailure closedAlready() {
        return StripeFailure.conflict(null, null, "This dispute is already closed");
    }

    private ObjectNode update(Call call) {
        ObjectNode before = records.addressed(Kind.DISPUTE, call.id());
        ObjectNode dispute = before.deepCopy();
        Parameters parameters = call.parameters();
        parameters.writeMetadata(dispute);
        Parameters evidence = parameters.group("evidence");
        if (evidence != null) {
            evidence.writeAll(Json.objectOf(dispute, "evidence"), EVIDENCE);
        }
        boolean submit = !Boolean.FALSE.equals(parameters.flag("submit"));
        parameters.end();
        if (isClosed(before)) {
            throw closedAlready();
        }
        boolean submitted = submit && evidence != null;
        if (evidence != null) {
            noteEvidence(dispute, submitted);
        }
        records.save(Kind.DISPUTE, dispute);
        records.changed("charge.dispute.updated", before, dispute);
        if (submitted) {
            judge(dispute);
        }
        return Rendering.of(dispute);
    }

    private static void noteEvidence(ObjectNode dispute, boolean submitted) {
        ObjectNode details = Json.objectOf(dispute, "evidence_details");
        details.put("has_evidence", true);
        if (submitted) {
            details.put("submission_count", Json.number(details, "submission_count") + 1);
            dispute.put("status", isInquiry(dispute) ? "warning_under_review" : "under_review");
        }
    }

    /** The bank of the test cards believes two texts. */
    private void judge(ObjectNode dispute) {
        String text = Json.text(dispute.path("evidence"), "uncategorized_text");
        if ("winning_evidence".equals(text)) {
            close(dispute, isInquiry(dispute) ? "warning_closed" : "won");
        } else if ("losing_evidence".equals(text)) {
            close(dispute, "lost");
        }
    }

    /** The merchant does not object: the dispute is lost. */
    private ObjectNode accept(Call call) {
        ObjectNode dispute = records.addressed(Kind.DISPUTE, call.id());
        call.parameters().end();
        close(dispute, "lost");
        return Rendering.of(dispute);
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(records.addressed(Kind.DISPUTE, call.id()));
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.DISPUTE, parameters);
        var wanted = Filters.field(parameters, "payment_intent")
                .and(Filters.field(parameters, "charge"))
                .and(Filters.created(parameters));
        parameters.end();
        return records.list(listing, wanted);
    }

    private static boolean isInquiry(ObjectNode dispute) {
        return Json.textOf(dispute, "status").startsWith("warning_");
    }

    private static boolean isClosed(ObjectNode dispute) {
        return Set.of("won", "lost", "warning_closed", "prevented").contains(Json.textOf(dispute, "status"));
    }
}

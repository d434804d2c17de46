package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.Kind;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Attempts to take money from a card, successful or not. */
final class Charges {

    private final Records records;
    private final BalanceTransactions balance;
    private final URI address;

    Charges(Records records, BalanceTransactions balance, URI address) {
        this.records = records;
        this.balance = balance;
        this.address = address;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/charges", this::list),
                Route.get("/v1/charges/{id}", this::get),
                Route.post("/v1/charges/{id}", this::update));
    }

    ObjectNode succeeded(ObjectNode intent, ObjectNode method, boolean authenticated) {
        ObjectNode charge = attempted(intent, method, authenticated);
        TestCard card = PaymentMethods.testCard(method);
        String id = Json.textOf(charge, "id");
        long amount = Json.number(intent, "amount");
        boolean atOnce = card.aftermath() == TestCard.Aftermath.AVAILABLE;
        charge.put("amount_captured", amount)
                .put("balance_transaction", balance.charged(id, amount, Json.textOf(intent, "currency"), atOnce))
                .put("captured", true)
                .put("paid", true)
                .put("receipt_url", address + "/receipts/" + id)
                .put("status", "succeeded")
                .set("outcome", outcome("approved_by_network", "normal", "Payment complete.", "authorized", null));
        records.save(Kind.CHARGE, charge);
        records.happened("charge.succeeded", charge);
        return charge;
    }

    ObjectNode failed(ObjectNode intent, ObjectNode method, Decline decline, boolean authenticated) {
        ObjectNode charge = attempted(intent, method, authenticated);
        String reason = decline.declineCode() == null ? decline.code() : decline.declineCode();
        ObjectNode outcome = decline.isBlocked()
                ? outcome(
                        "not_sent_to_network",
                        "highest",
                        "Stripe blocked this payment.",
                        "blocked",
                        "highest_risk_level")
                : outcome(
                        "declined_by_network",
                        "normal",
                        "The bank did not return any further details with this decline.",
                        "issuer_declined",
                        reason);
        charge.put("failure_code", decline.code())
                .put("failure_message", decline.message())
                .set("outcome", outcome);
        records.save(Kind.CHARGE, charge);
        records.happened("charge.failed", charge);
        return charge;
    }

    private ObjectNode attempted(ObjectNode intent, ObjectNode method, boolean authenticated) {
        ObjectNode charge = records.fresh(Kind.CHARGE)
                .put("amount", Json.number(intent, "amount"))
                .put("amount_captured", 0)
                .put("amount_refunded", 0)
                .putNull("application")
                .putNull("application_fee")
                .putNull("application_fee_amount")
                .putNull("balance_transaction")
                .put("calculated_statement_descriptor", "STRIPE SIMULATOR")
                .put("captured", false)
                .put("currency", Json.text(intent, "currency"))
                .put("customer", Json.text(intent, "customer"))
                .put("description", Json.text(intent, "description"))
                .put("disputed", false)
                .putNull("failure_balance_transaction")
                .putNull("failure_code")
                .putNull("failure_message")
                .putNull("on_behalf_of")
                .put("paid", false)
                .put("payment_intent", Json.text(intent, "id"))
                .put("payment_method", Json.text(method, "id"))
                .put("receipt_email", Json.text(intent, "receipt_email"))
                .putNull("receipt_number")
                .putNull("receipt_url")
                .put("refunded", false)
                .putNull("review")
                .putNull("shipping")
                .putNull("source")
                .putNull("source_transfer")
                .putNull("statement_descriptor")
                .put("statement_descriptor_suffix", Json.text(intent, "statement_descriptor_suffix"))
                .put("status", "failed")
                .putNull("transfer_data")
                .putNull("transfer_group")
                .set(BillingDetails.FIELD, method.get(BillingDetails.FIELD).deepCopy())
                .set("fraud_details", Json.object())
                .set("payment_method_details", cardDetails(intent, method, authenticated));
        // Copied once, as Stripe does: neither later changes nor refunds and disputes get it.
        charge.set(Metadata.FIELD, intent.get(Metadata.FIELD).deepCopy());
        return charge;
    }

    private static ObjectNode cardDetails(ObjectNode intent, ObjectNode method, boolean authenticated) {
        ObjectNode card = Json.objectOf(method, "card");
        ObjectNode checks = Json.object()
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", "pass");
        ObjectNode details = Json.object()
                .put("amount_authorized", Json.number(intent, "amount"))
                .putNull("authorization_code")
                .put("brand", Json.text(card, "brand"))
                .put("country", Json.text(card, "country"))
                .put("exp_month", Json.number(card, "exp_month"))
                .put("exp_year", Json.number(card, "exp_year"))
                .put("fingerprint", Json.text(card, "fingerprint"))
                .put("funding", Json.text(card, "funding"))
                .putNull("installments")
                .put("last4", Json.text(card, "last4"))
                .putNull("mandate")
                .put("network", Json.text(card, "brand"))
                .putNull("wallet")
                .set("checks", checks);
        details.set(
                "three_d_secure",
                authenticated
                        ? Json.object()
                                .put("authentication_flow", "challenge")
                                .put("result", "authenticated")
                                .putNull("result_reason")
                                .put("version", "2.2.0")
                        : Json.MAPPER.nullNode());
        return Json.object().put("type", "card").set("card", details);
    }

    private static ObjectNode outcome(
            String network, String risk, String message, String type, @Nullable String reason) {
        return Json.object()
                .putNull("advice_code")
                .put("network_status", network)
                .put("reason", reason)
                .put("risk_level", risk)
                .put("risk_score", risk.equals("highest") ? 90 : 20)
                .put("seller_message", message)
                .put("type", type);
    }

    private ObjectNode get(Call call) {
        call.parameters().end();
        return Rendering.of(records.addressed(Kind.CHARGE, call.id()));
    }

    private ObjectNode update(Call call) {
        ObjectNode before = records.addressed(Kind.CHARGE, call.id());
        ObjectNode charge = before.deepCopy();
        call.parameters().writeMetadata(charge);
        call.parameters().writeAll(charge, "description", "receipt_email");
        call.parameters().end();
        records.save(Kind.CHARGE, charge);
        records.changed("charge.updated", before, charge);
        return Rendering.of(charge);
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        Listing listing = Listing.of(Kind.CHARGE, parameters);
        var wanted = Filters.field(parameters, "payment_intent")
                .and(Filters.field(parameters, "customer"))
                .and(Filters.created(parameters));
        parameters.end();
        return records.list(listing, wanted);
    }
}

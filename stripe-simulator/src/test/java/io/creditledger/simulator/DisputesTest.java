package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputesTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @ParameterizedTest
    @CsvSource({
        "pm_card_createDispute,                   fraudulent,           needs_response,         -2000",
        "pm_card_createDisputeProductNotReceived, product_not_received, needs_response,         -2000",
        "pm_card_createDisputeInquiry,            general,              warning_needs_response, 0"
    })
    void aCardBringsADispute(String card, String reason, String status, int moved) {
        Reply paid = stripe.paid(card);

        Reply disputes = stripe.get("/v1/disputes", "payment_intent=" + paid.id());

        assertThat(disputes.text("/data/0/reason")).isEqualTo(reason);
        assertThat(disputes.text("/data/0/status")).isEqualTo(status);
        assertThat(disputes.body().at("/data/0/balance_transactions/0/amount").asInt(0) + (moved == 0 ? 0 : 1500))
                .isEqualTo(moved);
        assertThat(stripe.get("/v1/charges/" + paid.text("/latest_charge"))
                        .body()
                        .get("disputed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aDisputedChargeIsNotRefundedUntilItIsWon() {
        String payment = stripe.paid("pm_card_createDispute").id();
        String dispute = disputeOf(payment);

        assertThat(refund(payment).error("code")).isEqualTo("charge_disputed");
        close(dispute, "won");
        assertThat(refund(payment).text("/status")).isEqualTo("succeeded");
        assertThat(stripe.happened())
                .containsSubsequence(
                        "charge.dispute.created",
                        "charge.dispute.funds_withdrawn",
                        "charge.dispute.closed",
                        "charge.dispute.funds_reinstated",
                        "refund.created");
    }

    @Test
    void aLostDisputeGivesNothingBack() {
        String payment = stripe.paid("pm_card_createDispute").id();

        Reply lost = stripe.post("/v1/disputes/" + disputeOf(payment) + "/close");

        assertThat(lost.text("/status")).isEqualTo("lost");
        assertThat(stripe.happened()).endsWith("charge.dispute.closed");
        assertThat(refund(payment).error("code")).isEqualTo("charge_disputed");
        assertThat(close(lost.id(), "won").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"winning_evidence, won", "losing_evidence, lost", "some other text, under_review"})
    void evidenceDecides(String text, String status) {
        String dispute = disputeOf(stripe.paid("pm_card_createDispute").id());

        Reply answered = stripe.post("/v1/disputes/" + dispute, "evidence[uncategorized_text]=" + text);

        assertThat(answered.text("/status")).isEqualTo(status);
        assertThat(answered.number("/evidence_details/submission_count")).isEqualTo(1);
    }

    @Test
    void evidenceIsKeptBackUntilItIsSubmitted() {
        String dispute = disputeOf(stripe.paid("pm_card_createDispute").id());

        Reply staged =
                stripe.post("/v1/disputes/" + dispute, "evidence[uncategorized_text]=winning_evidence", "submit=false");

        assertThat(staged.text("/status")).isEqualTo("needs_response");
    }

    @Test
    void anInquiryMovesNoMoneyUntilItIsADispute() {
        String payment = stripe.paid("pm_card_createDisputeInquiry").id();
        String dispute = disputeOf(payment);
        assertThat(stripe.happened()).endsWith("charge.dispute.created");

        Reply escalated = stripe.control("POST", "/disputes/" + dispute + "/withdraw-funds", "{}");

        assertThat(escalated.text("/status")).isEqualTo("needs_response");
        assertThat(refund(payment).error("code")).isEqualTo("charge_disputed");
        assertThat(stripe.happened()).endsWith("charge.dispute.updated", "charge.dispute.funds_withdrawn");
        assertThat(stripe.control("POST", "/disputes/" + dispute + "/withdraw-funds", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anInquiryAllowsARefundAndIsClosed() {
        String payment = stripe.paid("pm_card_createDisputeInquiry").id();

        assertThat(refund(payment).text("/status")).isEqualTo("succeeded");
        assertThat(close(disputeOf(payment), "warning_closed").text("/status")).isEqualTo("warning_closed");
        assertThat(stripe.happened()).endsWith("charge.dispute.closed");
    }

    @Test
    void aBankDisputesAPart() {
        String payment = stripe.paid("pm_card_visa").id();

        Reply dispute = stripe.control(
                "POST",
                "/disputes",
                "{\"paymentIntent\":\"" + payment
                        + "\",\"reason\":\"duplicate\",\"amount\":300,\"withdrawFunds\":false}");

        assertThat(dispute.number("/amount")).isEqualTo(300);
        assertThat(stripe.happened()).endsWith("charge.dispute.created");
        Reply expanded = stripe.get("/v1/payment_intents/" + payment, "expand[]=latest_charge.dispute");
        assertThat(expanded.text("/latest_charge/dispute/id")).isEqualTo(dispute.id());
    }

    private String disputeOf(String payment) {
        return stripe.get("/v1/disputes", "payment_intent=" + payment).text("/data/0/id");
    }

    private Reply close(String dispute, String outcome) {
        return stripe.control("POST", "/disputes/" + dispute + "/close", "{\"outcome\":\"" + outcome + "\"}");
    }

    private Reply refund(String payment) {
        return stripe.post("/v1/refunds", "payment_intent=" + payment, "amount=100");
    }
}

package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.simulator.Simulation.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RefundsTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @Test
    void refundsAddUpToTheWholeAndNotBeyond() {
        String payment = stripe.paid("pm_card_visa").id();

        assertThat(refund(payment, 500).text("/status")).isEqualTo("succeeded");
        assertThat(refund(payment, 1501).status()).isEqualTo(400);
        assertThat(refund(payment, 1500).text("/status")).isEqualTo("succeeded");
        assertThat(refund(payment, 1).error("code")).isEqualTo("charge_already_refunded");

        Reply charge = chargeOf(payment);
        assertThat(charge.number("/amount_refunded")).isEqualTo(2000);
        assertThat(charge.body().get("refunded").asBoolean()).isTrue();
        assertThat(stripe.happened())
                .endsWith("refund.created", "charge.refunded", "refund.created", "charge.refunded");
        assertThat(stripe.get("/v1/refunds", "payment_intent=" + payment).data())
                .extracting(refund -> refund.get("amount").asInt())
                .containsExactly(1500, 500);
    }

    @Test
    void withoutAnAmountTheRestIsRefunded() {
        Reply paid = stripe.paid("pm_card_visa");
        refund(paid.id(), 500);

        Reply rest = stripe.post(
                "/v1/refunds",
                "charge=" + paid.text("/latest_charge"),
                "reason=requested_by_customer",
                "metadata[why]=unhappy");

        assertThat(rest.number("/amount")).isEqualTo(1500);
        assertThat(rest.text("/metadata/why")).isEqualTo("unhappy");
    }

    @Test
    void theChargeShowsItsRefundsIfAsked() {
        String payment = stripe.paid("pm_card_visa").id();
        refund(payment, 500);

        Reply read = stripe.get("/v1/payment_intents/" + payment, "expand[]=latest_charge.refunds");

        assertThat(read.number("/latest_charge/refunds/data/0/amount")).isEqualTo(500);
        assertThat(chargeOf(payment).body().has("refunds")).isFalse();
    }

    @Test
    void whatWasNotPaidIsNotRefunded() {
        assertThat(refund(stripe.payment().id(), 100).status()).isEqualTo(400);
        assertThat(stripe.post("/v1/refunds", "amount=100").error("code")).isEqualTo("parameter_missing");
    }

    @Test
    void aPendingRefundSucceedsAfterAWhile() {
        String payment = stripe.paid("pm_card_pendingRefund").id();

        Reply pending = refund(payment, 500);
        assertThat(pending.text("/status")).isEqualTo("pending");
        assertThat(pending.text("/pending_reason")).isEqualTo("processing");
        assertThat(chargeOf(payment).number("/amount_refunded")).isEqualTo(500);
        stripe.control("PUT", "/clock", "{\"advanceSeconds\":5}");

        await().until(() -> stripe.reread(pending).text("/status").equals("succeeded"));
        assertThat(stripe.happened()).endsWith("refund.updated", "charge.refund.updated");
    }

    @Test
    void aRefundSucceedsAndFailsAfterwards() {
        String payment = stripe.paid("pm_card_refundFail").id();

        Reply refund = refund(payment, 2000);
        assertThat(refund.text("/status")).isEqualTo("succeeded");
        stripe.control("PUT", "/clock", "{\"advanceSeconds\":2}");

        await().until(() -> stripe.reread(refund).text("/status").equals("failed"));
        assertThat(stripe.reread(refund).text("/failure_reason")).isEqualTo("lost_or_stolen_card");
        Reply charge = chargeOf(payment);
        assertThat(charge.number("/amount_refunded")).isZero();
        assertThat(charge.body().get("refunded").asBoolean()).isFalse();
        assertThat(stripe.happened()).endsWith("refund.updated", "charge.refund.updated", "refund.failed");
        assertThat(refund(payment, 2000).status()).isEqualTo(200);
    }

    @Test
    void aPendingRefundIsCanceled() {
        String payment = stripe.paid("pm_card_visa").id();
        Reply pending = stripe.control(
                "POST", "/refunds", "{\"paymentIntent\":\"" + payment + "\",\"amount\":500,\"outcome\":\"pending\"}");

        assertThat(stripe.post("/v1/refunds/" + pending.id() + "/cancel").text("/status"))
                .isEqualTo("canceled");
        assertThat(chargeOf(payment).number("/amount_refunded")).isZero();
        assertThat(stripe.post("/v1/refunds/" + pending.id() + "/cancel").status())
                .isEqualTo(400);
    }

    @Test
    void somebodyRefundsInTheDashboard() {
        String payment = stripe.paid("pm_card_visa").id();

        Reply pending = stripe.control(
                "POST", "/refunds", "{\"paymentIntent\":\"" + payment + "\",\"amount\":700,\"outcome\":\"pending\"}");
        assertThat(pending.text("/status")).isEqualTo("pending");
        Reply failed = stripe.control("POST", "/refunds/" + pending.id() + "/complete", "{\"outcome\":\"fail\"}");

        assertThat(failed.text("/status")).isEqualTo("failed");
        assertThat(stripe.get("/v1/events", "type=refund.created")
                        .body()
                        .at("/data/0/request/id")
                        .isNull())
                .isTrue();
    }

    private Reply refund(String payment, int amount) {
        return stripe.post("/v1/refunds", "payment_intent=" + payment, "amount=" + amount);
    }

    private Reply chargeOf(String payment) {
        return stripe.get(
                "/v1/charges/" + stripe.get("/v1/payment_intents/" + payment).text("/latest_charge"));
    }
}

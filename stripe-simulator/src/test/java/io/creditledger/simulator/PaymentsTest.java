package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PaymentsTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @Test
    void goesFromAWishToMoney() {
        Reply wished = stripe.payment();
        assertThat(wished.text("/status")).isEqualTo("requires_payment_method");

        Reply chosen = stripe.post("/v1/payment_intents/" + wished.id(), "payment_method=pm_card_visa");
        assertThat(chosen.text("/status")).isEqualTo("requires_confirmation");

        Reply paid = stripe.post(
                "/v1/payment_intents/" + wished.id() + "/confirm", "expand[]=latest_charge.balance_transaction");
        assertThat(paid.text("/status")).isEqualTo("succeeded");
        assertThat(paid.number("/amount_received")).isEqualTo(2000);
        assertThat(paid.text("/latest_charge/payment_method_details/card/last4"))
                .isEqualTo("4242");
        assertThat(paid.text("/latest_charge/receipt_url"))
                .startsWith(stripe.address().toString());
        assertThat(paid.number("/latest_charge/balance_transaction/fee")).isEqualTo(88);
        assertThat(stripe.happened())
                .containsExactly("payment_intent.created", "charge.succeeded", "payment_intent.succeeded");
    }

    @Test
    void aDeclineCarriesThePaymentWhichCanStillSucceed() {
        Reply declined = stripe.paid("pm_card_visa_chargeDeclinedInsufficientFunds");

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.error("type")).isEqualTo("card_error");
        assertThat(declined.error("message")).isEqualTo("Your card has insufficient funds.");
        assertThat(declined.text("/error/payment_intent/status")).isEqualTo("requires_payment_method");
        assertThat(declined.text("/error/payment_intent/last_payment_error/decline_code"))
                .isEqualTo("insufficient_funds");
        assertThat(stripe.happened())
                .containsExactly("payment_intent.created", "charge.failed", "payment_intent.payment_failed");
        String payment = declined.text("/error/payment_intent/id");
        assertThat(stripe.post("/v1/payment_intents/" + payment + "/confirm", "payment_method=pm_card_visa")
                        .text("/status"))
                .isEqualTo("succeeded");
    }

    @Test
    void isPaidOnceHoweverManyConfirmAtOnce() {
        String payment = stripe.payment("payment_method=pm_card_visa").id();

        List<CompletableFuture<Reply>> tries = IntStream.range(0, 8)
                .mapToObj(each ->
                        CompletableFuture.supplyAsync(() -> stripe.post("/v1/payment_intents/" + payment + "/confirm")))
                .toList();

        List<Reply> replies = tries.stream().map(CompletableFuture::join).toList();
        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .allMatch(reply -> reply.error("code").equals("payment_intent_unexpected_state"));
        assertThat(stripe.chargesOf(payment)).isEqualTo(1);
    }

    @Test
    void aCancelThatComesTooLateIsToldWhatHappened() {
        Reply paid = stripe.paid("pm_card_visa");

        Reply refused = stripe.post("/v1/payment_intents/" + paid.id() + "/cancel");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("code")).isEqualTo("payment_intent_unexpected_state");
        assertThat(refused.text("/error/payment_intent/status")).isEqualTo("succeeded");
    }

    @Test
    void whatIsCanceledStaysSo() {
        String payment = stripe.payment().id();
        Reply canceled = stripe.post("/v1/payment_intents/" + payment + "/cancel", "cancellation_reason=duplicate");

        assertThat(canceled.text("/status")).isEqualTo("canceled");
        assertThat(canceled.text("/cancellation_reason")).isEqualTo("duplicate");
        assertThat(stripe.post("/v1/payment_intents/" + payment + "/confirm", "payment_method=pm_card_visa")
                        .error("code"))
                .isEqualTo("payment_intent_unexpected_state");
        assertThat(stripe.happened()).containsExactly("payment_intent.created", "payment_intent.canceled");
    }

    @Test
    void needsACardToBeConfirmed() {
        String payment = stripe.payment().id();

        assertThat(stripe.post("/v1/payment_intents/" + payment + "/confirm").error("code"))
                .isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void isNotPaidWithSomebodyElsesCard() {
        String theirs = stripe.savedCard(stripe.customer(), "pm_card_visa");

        assertThat(stripe.paid(theirs, "customer=" + stripe.customer()).status())
                .isEqualTo(400);
        assertThat(stripe.paid(theirs).status()).isEqualTo(400);
        assertThat(stripe.counts()).containsEntry("charges", 0L).containsEntry("paymentIntents", 0L);
    }

    @Test
    void isNotPaidWithACardThatWasDetachedOrUsedUp() {
        String customer = stripe.customer();
        String detached = stripe.savedCard(customer, "pm_card_visa");
        stripe.post("/v1/payment_methods/" + detached + "/detach");
        String used = stripe.paid("pm_card_visa").text("/payment_method");

        assertThat(stripe.paid(detached, "customer=" + customer).error("code"))
                .isEqualTo("payment_method_unexpected_state");
        assertThat(stripe.paid(used).error("code")).isEqualTo("payment_method_unexpected_state");
    }

    @Test
    void keepsTheCardIfThatWasWanted() {
        String customer = stripe.customer();

        stripe.paid("pm_card_visa", "customer=" + customer, "setup_future_usage=off_session");
        stripe.paid("pm_card_mastercard", "customer=" + customer);

        assertThat(stripe.get("/v1/customers/" + customer + "/payment_methods", "type=card")
                        .data())
                .extracting(card -> card.at("/card/brand").asString())
                .containsExactly("visa");
        assertThat(stripe.happened()).contains("payment_method.attached");
    }

    @Test
    void metadataGoesToTheChargeAndNotToRefundsAndDisputes() {
        Reply paid = stripe.paid("pm_card_visa", "metadata[purchase_id]=p1", "expand[]=latest_charge");

        assertThat(paid.text("/latest_charge/metadata/purchase_id")).isEqualTo("p1");
        Reply refund = stripe.post("/v1/refunds", "payment_intent=" + paid.id(), "amount=100");
        assertThat(refund.body().get("metadata").isEmpty()).isTrue();
        Reply dispute = stripe.control("POST", "/disputes", "{\"paymentIntent\":\"" + paid.id() + "\"}");
        assertThat(dispute.body().get("metadata").isEmpty()).isTrue();
    }

    @Test
    void theAmountIsFixedOnceItIsPaid() {
        Reply paid = stripe.paid("pm_card_visa");

        assertThat(stripe.post("/v1/payment_intents/" + paid.id(), "amount=9999")
                        .error("code"))
                .isEqualTo("payment_intent_unexpected_state");
        assertThat(stripe.post("/v1/payment_intents/" + paid.id(), "description=paid")
                        .text("/description"))
                .isEqualTo("paid");
    }

    @Test
    void isConfirmedWithATokenThatABrowserMade() {
        Reply token = stripe.postFromBrowser(
                "/v1/confirmation_tokens",
                "payment_method_data[type]=card",
                "payment_method_data[card][number]=4242424242424242",
                "payment_method_data[card][exp_month]=12",
                "payment_method_data[card][exp_year]=34",
                "payment_method_data[card][cvc]=123");

        Reply paid = stripe.payment("confirmation_token=" + token.id(), "confirm=true");

        assertThat(token.text("/payment_method_preview/card/last4")).isEqualTo("4242");
        assertThat(paid.text("/status")).isEqualTo("succeeded");
    }

    @Test
    void isFoundByCustomerAndTime() {
        String customer = stripe.customer();
        Reply theirs = stripe.payment("customer=" + customer);
        stripe.payment();
        long created = theirs.number("/created");

        assertThat(stripe.get("/v1/payment_intents", "customer=" + customer).data())
                .hasSize(1);
        assertThat(stripe.get("/v1/payment_intents", "created[gte]=" + created).data())
                .hasSize(2);
        assertThat(stripe.get("/v1/payment_intents", "created[lt]=" + created).data())
                .isEmpty();
    }

    @Test
    void theBalanceIsWhatCameInLessFeesAndRefunds() {
        Reply paid = stripe.paid("pm_card_bypassPending");
        stripe.post("/v1/refunds", "payment_intent=" + paid.id(), "amount=500");

        assertThat(stripe.get("/v1/balance").number("/available/0/amount")).isEqualTo(2000 - 88 - 500);
    }
}

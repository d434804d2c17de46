package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    private static final String CARD = "pm_card_authenticationRequired";

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @Test
    void aPaymentWaitsForTheCustomerAndIsThenPaid() {
        Reply payment = stripe.paid(CARD);

        assertThat(payment.text("/status")).isEqualTo("requires_action");
        assertThat(payment.text("/next_action/type")).isEqualTo("use_stripe_sdk");
        assertThat(payment.text("/next_action/use_stripe_sdk/stripe_js"))
                .startsWith(stripe.address() + "/3d_secure/" + payment.id());
        assertThat(stripe.chargesOf(payment.id())).isZero();

        Reply done = authenticate(payment, "succeed");

        assertThat(done.text("/status")).isEqualTo("succeeded");
        assertThat(stripe.chargesOf(payment.id())).isEqualTo(1);
        assertThat(stripe.happened())
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.requires_action",
                        "charge.succeeded",
                        "payment_intent.succeeded");
    }

    @Test
    void whoFailsCanTryAnotherCard() {
        Reply payment = stripe.paid(CARD);

        Reply failed = authenticate(payment, "fail");

        assertThat(failed.text("/status")).isEqualTo("requires_payment_method");
        assertThat(failed.text("/last_payment_error/code")).isEqualTo("payment_intent_authentication_failure");
        assertThat(failed.body().get("payment_method").isNull()).isTrue();
        Reply paid = stripe.post("/v1/payment_intents/" + payment.id() + "/confirm", "payment_method=pm_card_visa");
        assertThat(paid.text("/status")).isEqualTo("succeeded");
        assertThat(paid.body().get("last_payment_error").isNull()).isTrue();
    }

    @Test
    void theServerMayHaveTheCustomerSentThereAndBack() {
        Reply payment = stripe.paid(CARD, "return_url=https://shop.example/back");

        assertThat(payment.text("/next_action/type")).isEqualTo("redirect_to_url");
        assertThat(payment.text("/next_action/redirect_to_url/return_url")).isEqualTo("https://shop.example/back");
        assertThat(payment.text("/next_action/redirect_to_url/url")).contains("/3d_secure/" + payment.id());
    }

    @Test
    void anAnswerIsTakenOnce() {
        Reply payment = stripe.paid(CARD);
        authenticate(payment, "succeed");

        assertThat(authenticate(payment, "succeed").status()).isEqualTo(409);
        assertThat(stripe.chargesOf(payment.id())).isEqualTo(1);
    }

    @Test
    void aCustomerWhoWalksAwayLeavesThePaymentOpenUntilItIsCanceled() {
        Reply payment = stripe.paid(CARD);

        Reply canceled =
                stripe.post("/v1/payment_intents/" + payment.id() + "/cancel", "cancellation_reason=abandoned");

        assertThat(canceled.text("/status")).isEqualTo("canceled");
        assertThat(canceled.body().get("next_action").isNull()).isTrue();
        assertThat(authenticate(payment, "succeed").status()).isEqualTo(409);
    }

    @Test
    void aSavedCardIsAuthenticatedToo() {
        String customer = stripe.customer();
        Reply setup = stripe.post(
                "/v1/setup_intents",
                "customer=" + customer,
                "payment_method_types[]=card",
                "payment_method=" + CARD,
                "confirm=true");

        assertThat(setup.text("/status")).isEqualTo("requires_action");
        assertThat(authenticate(setup, "fail").text("/last_setup_error/code"))
                .isEqualTo("setup_intent_authentication_failure");
        assertThat(stripe.get("/v1/customers/" + customer + "/payment_methods").data())
                .isEmpty();
        assertThat(stripe.happened()).endsWith("setup_intent.requires_action", "setup_intent.setup_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off_session=true", "error_on_requires_action=true"})
    void whereNobodyCanAnswerThePaymentIsDeclined(String mode) {
        String customer = stripe.customer();
        String card = stripe.savedCard(customer, CARD);

        Reply declined = stripe.paid(card, "customer=" + customer, mode);

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.error("type")).isEqualTo("card_error");
        assertThat(declined.error("code")).isEqualTo("authentication_required");
        assertThat(declined.text("/error/payment_intent/status")).isEqualTo("requires_payment_method");
        assertThat(declined.text("/error/payment_method/id")).isEqualTo(card);
    }

    @Test
    void aPaymentDeclinedForWantOfAuthenticationIsRescuedByTheCustomer() {
        String customer = stripe.customer();
        String card = stripe.savedCard(customer, CARD);
        Reply declined = stripe.paid(card, "customer=" + customer, "off_session=true");
        String payment = declined.text("/error/payment_intent/id");

        Reply asked = stripe.postFromBrowser(
                "/v1/payment_intents/" + payment + "/confirm",
                "client_secret=" + declined.text("/error/payment_intent/client_secret"),
                "payment_method=" + card);
        authenticate(asked, "succeed");

        assertThat(stripe.get("/v1/payment_intents/" + payment).text("/status")).isEqualTo("succeeded");
    }

    @Test
    void aCardThatWasSetUpByPayingIsChargedWithoutTheCustomerAfterwards() {
        String customer = stripe.customer();
        Reply payment = stripe.paid(
                "pm_card_authenticationRequiredOnSetup", "customer=" + customer, "setup_future_usage=off_session");
        authenticate(payment, "succeed");
        String card =
                stripe.get("/v1/customers/" + customer + "/payment_methods").text("/data/0/id");

        assertThat(stripe.paid(card, "customer=" + customer, "off_session=true").text("/status"))
                .isEqualTo("succeeded");
    }

    @Test
    void aCardThatWasOnlyAttachedNeedsTheCustomer() {
        String customer = stripe.customer();
        String card = stripe.post(
                        "/v1/payment_methods/pm_card_authenticationRequiredOnSetup/attach", "customer=" + customer)
                .id();

        assertThat(stripe.paid(card, "customer=" + customer, "off_session=true").error("code"))
                .isEqualTo("authentication_required");
    }

    private Reply authenticate(Reply intent, String outcome) {
        return stripe.control("POST", "/authenticate/" + intent.id(), "{\"outcome\":\"" + outcome + "\"}");
    }
}

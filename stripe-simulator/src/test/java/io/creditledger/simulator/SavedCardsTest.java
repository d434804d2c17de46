package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SavedCardsTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @Test
    void aSetupAttachesTheCard() {
        String customer = stripe.customer();

        String card = stripe.savedCard(customer, "pm_card_visa");

        Reply cards = stripe.get("/v1/customers/" + customer + "/payment_methods");
        assertThat(cards.text("/data/0/id")).isEqualTo(card);
        assertThat(cards.text("/url")).isEqualTo("/v1/customers/" + customer + "/payment_methods");
        assertThat(stripe.get("/v1/customers/" + customer + "/payment_methods/" + card)
                        .text("/card/last4"))
                .isEqualTo("4242");
        assertThat(stripe.happened())
                .containsExactly(
                        "customer.created",
                        "setup_intent.created",
                        "payment_method.attached",
                        "setup_intent.succeeded");
    }

    @Test
    void aBrowserSetsACardUp() {
        String customer = stripe.customer();
        Reply setup = stripe.post(
                "/v1/setup_intents",
                "customer=" + customer,
                "usage=off_session",
                "automatic_payment_methods[enabled]=true");
        assertThat(setup.text("/status")).isEqualTo("requires_payment_method");

        Reply done = stripe.postFromBrowser(
                "/v1/setup_intents/" + setup.id() + "/confirm",
                "client_secret=" + setup.text("/client_secret"),
                "payment_method_data[type]=card",
                "payment_method_data[card][number]=5555555555554444",
                "payment_method_data[card][exp_month]=1",
                "payment_method_data[card][exp_year]=2040",
                "payment_method_data[card][cvc]=123",
                "return_url=http://localhost/back");

        assertThat(done.text("/status")).isEqualTo("succeeded");
        assertThat(stripe.get("/v1/customers/" + customer + "/payment_methods").text("/data/0/card/brand"))
                .isEqualTo("mastercard");
    }

    @Test
    void aSetupIsDoneOnceAndCanBeCanceledBefore() {
        Reply open = stripe.post("/v1/setup_intents", "payment_method_types[]=card");
        assertThat(stripe.post("/v1/setup_intents/" + open.id() + "/cancel").text("/status"))
                .isEqualTo("canceled");

        assertThat(stripe.post("/v1/setup_intents/" + open.id() + "/confirm", "payment_method=pm_card_visa")
                        .error("code"))
                .isEqualTo("setup_intent_unexpected_state");
    }

    @Test
    void aSetupKnowsNoAbsentCustomer() {
        assertThat(stripe.post("/v1/setup_intents", "off_session=true").error("code"))
                .isEqualTo("parameter_unknown");
    }

    @Test
    void aDetachedCardCannotBeAttachedAgain() {
        String customer = stripe.customer();
        String card = stripe.savedCard(customer, "pm_card_visa");

        Reply detached = stripe.post("/v1/payment_methods/" + card + "/detach");

        assertThat(detached.body().get("customer").isNull()).isTrue();
        assertThat(stripe.happened()).endsWith("payment_method.detached");
        assertThat(stripe.post("/v1/payment_methods/" + card + "/attach", "customer=" + customer)
                        .status())
                .isEqualTo(400);
        assertThat(stripe.post("/v1/payment_methods/" + card + "/detach").status())
                .isEqualTo(400);
        assertThat(stripe.get("/v1/payment_methods", "customer=" + customer).data())
                .isEmpty();
    }

    @Test
    void aDeclinedCardIsNotAttached() {
        String customer = stripe.customer();

        Reply refused = stripe.post("/v1/payment_methods/pm_card_visa_chargeDeclined/attach", "customer=" + customer);

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.error("decline_code")).isEqualTo("generic_decline");
    }

    @Test
    void theDefaultCardIsOneOfTheCustomersOwn() {
        String customer = stripe.customer();
        String card = stripe.savedCard(customer, "pm_card_visa");
        String theirs = stripe.savedCard(stripe.customer(), "pm_card_visa");
        String parameter = "invoice_settings[default_payment_method]=";

        assertThat(stripe.post("/v1/customers/" + customer, parameter + theirs).status())
                .isEqualTo(400);
        assertThat(stripe.post("/v1/customers/" + customer, parameter + card)
                        .text("/invoice_settings/default_payment_method"))
                .isEqualTo(card);
        assertThat(stripe.get("/v1/customers/" + customer, "expand[]=invoice_settings.default_payment_method")
                        .text("/invoice_settings/default_payment_method/card/last4"))
                .isEqualTo("4242");
        assertThat(stripe.happened()).endsWith("customer.updated");
    }

    @Test
    void aDeletedCustomerLosesTheCardsAndPaysNoMore() {
        String customer = stripe.customer();
        String card = stripe.savedCard(customer, "pm_card_visa");

        Reply deleted = stripe.delete("/v1/customers/" + customer);

        assertThat(deleted.body().get("deleted").asBoolean()).isTrue();
        assertThat(stripe.get("/v1/customers/" + customer).body().get("deleted").asBoolean())
                .isTrue();
        assertThat(stripe.happened()).endsWith("payment_method.detached", "customer.deleted");
        assertThat(stripe.get("/v1/payment_methods/" + card)
                        .body()
                        .get("customer")
                        .isNull())
                .isTrue();
        assertThat(stripe.paid("pm_card_visa", "customer=" + customer).error("code"))
                .isEqualTo("resource_missing");
        assertThat(stripe.get("/v1/customers").data()).isEmpty();
    }

    @Test
    void theNetworkRenewsACard() {
        String card = stripe.savedCard(stripe.customer(), "pm_card_visa");

        stripe.control("POST", "/payment-methods/" + card + "/renew", "{\"expMonth\":5,\"expYear\":2041}");

        assertThat(stripe.get("/v1/payment_methods/" + card).number("/card/exp_year"))
                .isEqualTo(2041);
        Reply event = stripe.get("/v1/events", "type=payment_method.automatically_updated");
        assertThat(event.number("/data/0/data/object/card/exp_month")).isEqualTo(5);
        assertThat(event.body()
                        .at("/data/0/data/previous_attributes/card/exp_month")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void aCardExpires() {
        String customer = stripe.customer();
        String card = stripe.savedCard(customer, "pm_card_visa");
        stripe.control("POST", "/payment-methods/" + card + "/renew", "{\"expMonth\":1,\"expYear\":2020}");

        assertThat(stripe.paid(card, "customer=" + customer, "off_session=true").error("code"))
                .isEqualTo("expired_card");
    }
}

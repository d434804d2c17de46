package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.simulator.Simulation.Reply;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @ParameterizedTest
    @CsvSource({"429, invalid_request_error", "500, api_error", "503, api_error", "409, invalid_request_error"})
    void aCallFailsBeforeItTakesEffect(int status, String type) {
        stripe.control("PUT", "/faults", "{\"status\":" + status + ",\"times\":2}");

        Reply first = stripe.postWithKey("k", "/v1/customers", "name=Ada");
        Reply second = stripe.postWithKey("k", "/v1/customers", "name=Ada");
        Reply third = stripe.postWithKey("k", "/v1/customers", "name=Ada");

        assertThat(first.status()).isEqualTo(status);
        assertThat(first.error("type")).isEqualTo(type);
        assertThat(second.status()).isEqualTo(status);
        assertThat(third.status()).isEqualTo(200);
        assertThat(stripe.counts()).containsEntry("customers", 1L);
    }

    @Test
    void aCallTakesEffectAndIsNotAnswered() {
        stripe.control("PUT", "/faults", "{\"dropAfterEffect\":true,\"times\":1,\"method\":\"POST\"}");
        String[] payment = {
            "amount=2000", "currency=usd", "payment_method_types[]=card", "payment_method=pm_card_visa", "confirm=true"
        };

        assertThatThrownBy(() -> stripe.postWithKey("k", "/v1/payment_intents", payment))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(stripe.counts()).containsEntry("charges", 1L);
        Reply again = stripe.postWithKey("k", "/v1/payment_intents", payment);
        assertThat(again.text("/status")).isEqualTo("succeeded");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(stripe.counts()).containsEntry("charges", 1L);
    }

    @Test
    void anErrorAfterTheEffectIsKeptUnderTheKey() {
        stripe.control("PUT", "/faults", "{\"status\":500,\"afterEffect\":true,\"times\":1}");

        Reply first = stripe.postWithKey("k", "/v1/customers", "name=Ada");
        Reply again = stripe.postWithKey("k", "/v1/customers", "name=Ada");

        assertThat(first.status()).isEqualTo(500);
        assertThat(again.status()).isEqualTo(500);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(stripe.counts()).containsEntry("customers", 1L);
    }

    @Test
    void onlySomeCallsFail() {
        stripe.control("PUT", "/faults", "{\"status\":500,\"times\":1,\"method\":\"POST\",\"path\":\"/v1/refunds\"}");

        assertThat(stripe.post("/v1/customers").status()).isEqualTo(200);
        assertThat(stripe.get("/v1/refunds").status()).isEqualTo(200);
        assertThat(stripe.post("/v1/refunds", "charge=ch_x").status()).isEqualTo(500);
    }

    @Test
    void faultsAreTakenBack() {
        stripe.control("PUT", "/faults", "{\"status\":500,\"times\":100}");
        stripe.control("PUT", "/faults", "{\"times\":0}");

        assertThat(stripe.post("/v1/customers").status()).isEqualTo(200);
    }

    @Test
    void callsAreCounted() {
        stripe.control("PUT", "/rate-limit", "{\"perSecond\":0}");

        Reply limited = stripe.get("/v1/customers");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.error("code")).isEqualTo("rate_limit");

        stripe.control("PUT", "/rate-limit", "{\"perSecond\":null}");
        assertThat(stripe.get("/v1/customers").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | /faults                 | {"status":200}               | 400
            PUT    | /faults                 | {"times":"many"}             | 400
            PUT    | /faults                 | {"sometimes":true}           | 400
            PUT    | /faults                 | nonsense                     | 400
            PUT    | /faults                 | []                           | 400
            PUT    | /webhooks               | {"deliver":"maybe"}          | 400
            PUT    | /webhooks               | {"duplicates":-1}            | 400
            PUT    | /clock                  | {}                           | 400
            PUT    | /clock                  | {"advanceSeconds":-1}        | 400
            POST   | /authenticate/pi_x      | {"outcome":"perhaps"}        | 400
            POST   | /authenticate/pi_x      | {"outcome":"succeed"}        | 404
            POST   | /refunds                | {}                           | 400
            POST   | /disputes               | {"paymentIntent":"pi_x"}     | 409
            POST   | /disputes/du_x/close    | {"outcome":"drawn"}          | 400
            POST   | /disputes/du_x/close    | {"outcome":"won"}            | 404
            POST   | /webhooks/forge         | {"kind":"none"}              | 400
            POST   | /webhooks/forge         | {"kind":"stale"}             | 404
            POST   | /webhooks/resend        | {}                           | 400
            POST   | /customers/cus_x/delete | {}                           | 404
            GET    | /nothing                | ''                           | 404
            """)
    void aControlRefusesRubbish(String method, String path, String body, int status) {
        Reply refused = stripe.control(method, path, body);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.number("/status")).isEqualTo(status);
        assertThat(refused.text("/detail")).isNotEmpty();
    }

    @Test
    void everythingIsForgotten() {
        stripe.paid("pm_card_visa");
        stripe.control("PUT", "/clock", "{\"advanceSeconds\":1000}");

        stripe.control("DELETE", "/data", "");

        assertThat(stripe.counts().values()).containsOnly(0L);
    }

    @Test
    void theStateListsEveryCharge() {
        Reply paid = stripe.paid("pm_card_visa");
        stripe.post("/v1/refunds", "payment_intent=" + paid.id(), "amount=100");

        Reply state = stripe.control("GET", "/state", "");

        assertThat(state.text("/charges/0/paymentIntent")).isEqualTo(paid.id());
        assertThat(state.number("/charges/0/amount")).isEqualTo(2000);
        assertThat(state.number("/charges/0/amountRefunded")).isEqualTo(100);
        assertThat(stripe.control("GET", "/health", "").text("/status")).isEqualTo("up");
    }

    @Test
    void aCustomerIsDeletedInTheDashboard() {
        String customer = stripe.customer();

        stripe.control("POST", "/customers/" + customer + "/delete", "{}");

        assertThat(stripe.happened()).endsWith("customer.deleted");
    }
}

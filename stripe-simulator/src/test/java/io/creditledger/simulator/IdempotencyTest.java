package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.simulator.Simulation.Reply;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final String[] PAYMENT = {
        "amount=2000", "currency=usd", "payment_method_types[]=card", "payment_method=pm_card_visa", "confirm=true"
    };

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @Test
    void theSameRequestTakesEffectOnceAndIsAnsweredAlike() {
        Reply first = stripe.postWithKey("k", "/v1/payment_intents", PAYMENT);
        Reply again = stripe.postWithKey("k", "/v1/payment_intents", PAYMENT);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(again.headers().firstValue("Idempotency-Key")).hasValue("k");
        assertThat(stripe.counts()).containsEntry("charges", 1L);
    }

    @Test
    void theOrderOfParametersDoesNotMatter() {
        Reply first = stripe.postWithKey("k", "/v1/customers", "name=Ada", "email=ada@example.com");
        Reply again = stripe.postWithKey("k", "/v1/customers", "email=ada@example.com", "name=Ada");

        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void otherParametersWithTheSameKeyAreRefused() {
        stripe.postWithKey("k", "/v1/customers", "name=Ada");

        Reply refused = stripe.postWithKey("k", "/v1/customers", "name=Grace");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("type")).isEqualTo("idempotency_error");
        assertThat(stripe.counts()).containsEntry("customers", 1L);
    }

    @Test
    void anotherAddressWithTheSameKeyIsRefused() {
        String customer = stripe.postWithKey("k", "/v1/customers", "name=Ada").id();

        Reply refused = stripe.postWithKey("k", "/v1/customers/" + customer, "name=Ada");

        assertThat(refused.error("type")).isEqualTo("idempotency_error");
    }

    @Test
    void aDeclineIsAnsweredAgainAndNotTriedAgain() {
        String[] declined = {
            "amount=2000",
            "currency=usd",
            "payment_method_types[]=card",
            "payment_method=pm_card_visa_chargeDeclined",
            "confirm=true"
        };

        Reply first = stripe.postWithKey("k", "/v1/payment_intents", declined);
        Reply again = stripe.postWithKey("k", "/v1/payment_intents", declined);

        assertThat(again.status()).isEqualTo(402);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(stripe.counts()).containsEntry("charges", 1L);
    }

    @Test
    void anInvalidRequestDoesNotUseTheKeyUp() {
        assertThat(stripe.postWithKey("k", "/v1/customers", "nickname=Ada").status())
                .isEqualTo(400);

        assertThat(stripe.postWithKey("k", "/v1/customers", "name=Ada").status())
                .isEqualTo(200);
    }

    @Test
    void aRequestIsRefusedWhileAnotherWithItsKeyIsInProgress() {
        stripe.control("PUT", "/faults", "{\"delayMillis\":600000,\"times\":1}");
        CompletableFuture<Reply> slow =
                CompletableFuture.supplyAsync(() -> stripe.postWithKey("k", "/v1/customers", "name=Ada"));
        await().until(() -> stripe.control("GET", "/state", "").number("/faultsRemaining") == 0);

        Reply refused = stripe.postWithKey("k", "/v1/customers", "name=Ada");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error("code")).isEqualTo("idempotency_key_in_use");
        assertThat(stripe.postWithKey("other", "/v1/customers", "name=Ada").status())
                .isEqualTo(200);
        stripe.control("PUT", "/faults", "{\"times\":0}");
        assertThat(slow.join().status()).isEqualTo(200);
    }

    @Test
    void keysAreForgottenAfterADay() {
        Reply first = stripe.postWithKey("k", "/v1/customers", "name=Ada");
        stripe.control("PUT", "/clock", "{\"advanceSeconds\":82800}");
        Reply within = stripe.postWithKey("k", "/v1/customers", "name=Ada");
        stripe.control("PUT", "/clock", "{\"advanceSeconds\":3601}");
        Reply after = stripe.postWithKey("k", "/v1/customers", "name=Ada");

        assertThat(within.id()).isEqualTo(first.id());
        assertThat(after.id()).isNotEqualTo(first.id());
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertThat(stripe.postWithKey("k".repeat(255), "/v1/customers").status())
                .isEqualTo(200);
        assertThat(stripe.postWithKey("k".repeat(256), "/v1/customers").status())
                .isEqualTo(400);
    }
}

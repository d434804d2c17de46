package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KeysTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @Test
    void nobodyIsLetInWithoutAKeyOrWithAWrongOne() {
        Reply without = stripe.send(HttpRequest.newBuilder(stripe.address().resolve("/v1/customers"))
                .GET());
        Reply wrong =
                stripe.send(stripe.request("/v1/customers", "sk_test_wrong").GET());

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.error("type")).isEqualTo("invalid_request_error");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.error("message"))
                .startsWith("Invalid API Key provided")
                .doesNotContain("sk_test_wrong");
    }

    @Test
    void theKeyMayBeAUserName() {
        String user =
                Base64.getEncoder().encodeToString((Simulation.SECRET_KEY + ":").getBytes(StandardCharsets.UTF_8));

        Reply reply = stripe.send(stripe.request("/v1/customers", "")
                .setHeader("Authorization", "Basic " + user)
                .GET());

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void aBrowserReadsAndConfirmsTheIntentWhoseSecretItHas() {
        Reply payment = stripe.payment("metadata[secret]=yes", "customer=" + stripe.customer());
        String secret = "client_secret=" + payment.text("/client_secret");

        Reply read = stripe.getFromBrowser("/v1/payment_intents/" + payment.id(), secret);
        Reply confirmed = stripe.postFromBrowser(
                "/v1/payment_intents/" + payment.id() + "/confirm", secret, "payment_method=pm_card_visa");

        assertThat(read.text("/status")).isEqualTo("requires_payment_method");
        assertThat(confirmed.text("/status")).isEqualTo("succeeded");
        assertThat(confirmed.body().has("metadata")).isFalse();
        assertThat(confirmed.body().has("customer")).isFalse();
        assertThat(confirmed.body().has("latest_charge")).isFalse();
    }

    @Test
    void aBrowserIsRefusedWithoutTheSecretOrWithAnother() {
        String payment = stripe.payment().id();
        String other = stripe.payment().text("/client_secret");

        assertThat(stripe.getFromBrowser("/v1/payment_intents/" + payment).status())
                .isEqualTo(400);
        assertThat(stripe.postFromBrowser(
                                "/v1/payment_intents/" + payment + "/confirm",
                                "client_secret=" + other,
                                "payment_method=pm_card_visa")
                        .status())
                .isEqualTo(400);
        assertThat(stripe.chargesOf(payment)).isZero();
    }

    @Test
    void aBrowserMayNotDoWhatTheServerDoes() {
        Reply refused = stripe.postFromBrowser("/v1/customers", "email=a@example.com");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error("code")).isEqualTo("secret_key_required");
    }

    @Test
    void onlyPagesOfThisMachineMayCallFromABrowser() throws IOException {
        assertThat(allowedOrigin("http://localhost:5173")).isEqualTo("http://localhost:5173");
        assertThat(allowedOrigin("https://evil.example")).isEmpty();
        assertThat(allowedOrigin("http://localhost.evil.example")).isEmpty();
    }

    private String allowedOrigin(String origin) throws IOException {
        HttpResponse<String> response =
                stripe.exchange(HttpRequest.newBuilder(stripe.address().resolve("/v1/payment_methods"))
                        .header("Origin", origin)
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        return response.headers().firstValue("Access-Control-Allow-Origin").orElse("");
    }

    @Test
    void pagesFromElsewhereMayNotUseTheControls() throws IOException {
        HttpResponse<String> refused =
                stripe.exchange(HttpRequest.newBuilder(stripe.address().resolve("/_simulator/data"))
                        .header("Origin", "https://evil.example")
                        .DELETE());

        assertThat(refused.statusCode()).isEqualTo(403);
    }
}

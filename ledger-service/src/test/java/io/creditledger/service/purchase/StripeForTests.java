package io.creditledger.service.purchase;

import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.simulator.Settings;
import io.creditledger.simulator.StripeSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe as the tests have it: the simulator over real HTTP, what a browser asks of it, and what only a test may. */
public final class StripeForTests implements AfterAllCallback {

    private static final String SECRET_KEY = "sk_test_journeys";
    private static final String PUBLISHABLE_KEY = "pk_test_journeys";
    private static final String WEBHOOK_SECRET = "whsec_journeys";

    private final StripeSimulator simulator =
            StripeSimulator.start(Settings.defaults().withKeys(SECRET_KEY, PUBLISHABLE_KEY));
    private final HttpClient http = HttpClient.newHttpClient();

    /** What a ledger needs to use it. */
    public String[] properties(String... more) {
        List<String> properties = new java.util.ArrayList<>(List.of(
                "ledger.stripe.secret-key=" + SECRET_KEY,
                "ledger.stripe.publishable-key=" + PUBLISHABLE_KEY,
                "ledger.stripe.webhook-secrets=" + WEBHOOK_SECRET,
                "ledger.stripe.simulator=true",
                "ledger.stripe.api-base=" + simulator.address()));
        properties.addAll(List.of(more));
        return properties.toArray(String[]::new);
    }

    /** For a ledger that browsers use. */
    String script() {
        return "ledger.stripe.script-address=" + address() + "/stripe.js";
    }

    /** By the name under which a browser takes it for trustworthy, as a bank's page must be. */
    String address() {
        return "http://localhost:" + simulator.address().getPort();
    }

    public void tell(LedgerClient ledger) {
        simulator.deliverWebhooksTo(
                URI.create("http://127.0.0.1:" + ledger.port() + "/v1/stripe/webhook"), List.of(WEBHOOK_SECRET));
    }

    /** What the customer's browser does with a card, given the secret of a payment. */
    public HttpResponse<String> confirmPayment(String clientSecret, String card) {
        String intent = clientSecret.substring(0, clientSecret.indexOf("_secret_"));
        return api(
                PUBLISHABLE_KEY,
                "/v1/payment_intents/" + intent + "/confirm",
                Map.of("client_secret", clientSecret, "payment_method", card));
    }

    /** What the customer's browser does with a card to be saved. */
    HttpResponse<String> confirmSetup(String clientSecret, String card) {
        String intent = clientSecret.substring(0, clientSecret.indexOf("_secret_"));
        return api(
                PUBLISHABLE_KEY,
                "/v1/setup_intents/" + intent + "/confirm",
                Map.of("client_secret", clientSecret, "payment_method", card));
    }

    /** What whoever has the secret key can do. */
    HttpResponse<String> asMerchant(String path, Map<String, String> parameters) {
        return api(SECRET_KEY, path, parameters);
    }

    private HttpResponse<String> api(String key, String path, Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(simulator.address().resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    void authenticate(String intent, String outcome) {
        control("POST", "authenticate/" + intent, "{\"outcome\": \"" + outcome + "\"}");
    }

    JsonNode control(String method, String path, String body) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(simulator.address().resolve("/_simulator/" + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Charges that took money, of a payment. */
    long chargesOf(String paymentIntent) {
        return control("GET", "state", "")
                .at("/charges")
                .valueStream()
                .filter(charge -> charge.at("/paymentIntent").asString().equals(paymentIntent))
                .filter(charge -> charge.at("/status").asString().equals("succeeded"))
                .count();
    }

    long count(String what) {
        return control("GET", "state", "").at("/counts/" + what).asLong();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException("no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no answer", stopped);
        }
    }

    /** Everything works again, and whatever waits is sent. */
    void calm() {
        control("PUT", "faults", "{\"times\": 0}");
        control("PUT", "rate-limit", "{\"perSecond\": null}");
        control("PUT", "webhooks", "{\"deliver\": true, \"duplicates\": 0, \"delayMillis\": 0, \"shuffle\": false}");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        simulator.close();
    }
}

package io.creditledger.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running simulator and the ways to talk to it. */
final class Simulation implements AutoCloseable {

    static final String SECRET_KEY = "sk_test_of_the_tests";
    static final String PUBLISHABLE_KEY = "pk_test_of_the_tests";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final StripeSimulator simulator;

    /** What came back. */
    record Reply(int status, JsonNode body, HttpHeaders headers) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }

        long number(String pointer) {
            return body.at(pointer).asLong();
        }

        String id() {
            return text("/id");
        }

        String error(String field) {
            return text("/error/" + field);
        }

        List<JsonNode> data() {
            return StreamSupport.stream(body.get("data").spliterator(), false).toList();
        }
    }

    private Simulation(Settings settings) {
        this.simulator = StripeSimulator.start(settings.withKeys(SECRET_KEY, PUBLISHABLE_KEY));
    }

    static Simulation started() {
        return with(Settings.defaults());
    }

    static Simulation with(Settings settings) {
        return new Simulation(settings);
    }

    URI address() {
        return simulator.address();
    }

    StripeSimulator simulator() {
        return simulator;
    }

    @Override
    public void close() {
        simulator.close();
    }

    /** Posts parameters, each written as {@code name=value} without encoding. */
    Reply post(String path, String... parameters) {
        return send(request(path, SECRET_KEY).POST(form(parameters)));
    }

    Reply postWithKey(String idempotencyKey, String path, String... parameters) {
        return send(request(path, SECRET_KEY)
                .header("Idempotency-Key", idempotencyKey)
                .POST(form(parameters)));
    }

    Reply postFromBrowser(String path, String... parameters) {
        return send(request(path, PUBLISHABLE_KEY).POST(form(parameters)));
    }

    Reply get(String path, String... parameters) {
        return send(request(path + "?" + encoded(parameters), SECRET_KEY).GET());
    }

    Reply getFromBrowser(String path, String... parameters) {
        return send(request(path + "?" + encoded(parameters), PUBLISHABLE_KEY).GET());
    }

    Reply delete(String path) {
        return send(request(path, SECRET_KEY).DELETE());
    }

    Reply control(String method, String path, String json) {
        return send(HttpRequest.newBuilder(simulator.address().resolve("/_simulator" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(simulator.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + key);
    }

    static HttpRequest.BodyPublisher form(String... parameters) {
        return HttpRequest.BodyPublishers.ofString(encoded(parameters));
    }

    private static String encoded(String... parameters) {
        return Arrays.stream(parameters)
                .map(parameter -> parameter.split("=", 2))
                .map(pair -> encoded(pair[0]) + "=" + encoded(pair[1]))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = exchange(request);
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    String customer() {
        return post("/v1/customers", "email=customer@example.com").id();
    }

    /** A payment of 20.00 by a card alone, not yet confirmed. */
    Reply payment(String... more) {
        return post("/v1/payment_intents", with(more, "amount=2000", "currency=usd", "payment_method_types[]=card"));
    }

    /** The same, confirmed at once by the server with the customer there. */
    Reply paid(String card, String... more) {
        return payment(with(more, "payment_method=" + card, "confirm=true"));
    }

    /** A customer's saved card. */
    String savedCard(String customer, String card) {
        Reply setup = post(
                "/v1/setup_intents",
                "customer=" + customer,
                "payment_method_types[]=card",
                "payment_method=" + card,
                "confirm=true");
        if (setup.text("/status").equals("requires_action")) {
            control("POST", "/authenticate/" + setup.id(), "{\"outcome\":\"succeed\"}");
        }
        return get("/v1/setup_intents/" + setup.id()).text("/payment_method");
    }

    Reply reread(Reply reply) {
        String collection = reply.text("/object") + "s";
        return get("/v1/" + collection + "/" + reply.id());
    }

    /** The types of all events, oldest first. */
    List<String> happened() {
        return get("/v1/events", "limit=100").data().reversed().stream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    long chargesOf(String paymentIntent) {
        return get("/v1/charges", "payment_intent=" + paymentIntent).data().size();
    }

    Map<String, Long> counts() {
        return control("GET", "/state", "").body().get("counts").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asLong()));
    }

    static String[] with(String[] more, String... first) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}

package io.creditledger.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.creditledger.simulator.StripeSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator, whose webhooks go past a clock on their way to the ledger. */
final class SimulatedStripe implements AutoCloseable {

    private static final String SECRET_KEY = "sk_test_bench";
    private static final String PUBLISHABLE_KEY = "pk_test_bench";
    private static final String WEBHOOK_SECRET = "whsec_bench";
    private static final String SIGNATURE = "Stripe-Signature";

    private final StripeSimulator simulator =
            StripeSimulator.start(io.creditledger.simulator.Settings.defaults().withKeys(SECRET_KEY, PUBLISHABLE_KEY));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConcurrentMap<String, Long> arrivals = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer clock;

    private SimulatedStripe(HttpServer clock) {
        this.clock = clock;
    }

    static SimulatedStripe start() {
        try {
            return new SimulatedStripe(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a ledger needs to use it. */
    List<String> properties() {
        return List.of(
                "ledger.stripe.secret-key=" + SECRET_KEY,
                "ledger.stripe.publishable-key=" + PUBLISHABLE_KEY,
                "ledger.stripe.webhook-secrets=" + WEBHOOK_SECRET,
                "ledger.stripe.api-base=" + simulator.address());
    }

    /** Where the ledger takes webhooks. */
    void tell(URI webhook) {
        clock.createContext("/", delivery -> passOn(delivery, webhook));
        clock.setExecutor(threads);
        clock.start();
        simulator.deliverWebhooksTo(
                URI.create("http://127.0.0.1:" + clock.getAddress().getPort() + "/"), List.of(WEBHOOK_SECRET));
    }

    private void passOn(HttpExchange delivery, URI webhook) throws IOException {
        try (delivery) {
            byte[] body = delivery.getRequestBody().readAllBytes();
            note(JsonMapper.shared().readTree(body));
            HttpResponse<Void> answer = send(
                    HttpRequest.newBuilder(webhook)
                            .header(SIGNATURE, delivery.getRequestHeaders().getFirst(SIGNATURE))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body)),
                    BodyHandlers.discarding());
            delivery.sendResponseHeaders(answer.statusCode(), -1);
        }
    }

    /** The first news after the payment was made: whatever it is about, the ledger looks at the payment as it is by then. */
    private void note(JsonNode event) {
        JsonNode subject = event.path("data").path("object");
        String payment =
                subject.path("payment_intent").asString(subject.path("id").asString());
        if (!event.path("type").asString().equals("payment_intent.created")) {
            arrivals.putIfAbsent(payment, System.nanoTime());
        }
    }

    /** When the first news that a payment had succeeded was about to reach the ledger. */
    long arrivalOf(String payment) {
        return Objects.requireNonNull(arrivals.get(payment), "there was no news of " + payment);
    }

    /** What a browser does with a card that nobody asks anything about. */
    void pay(String clientSecret) throws IOException {
        String payment = clientSecret.substring(0, clientSecret.indexOf("_secret_"));
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(simulator.address().resolve("/v1/payment_intents/" + payment + "/confirm"))
                        .header("Authorization", "Bearer " + PUBLISHABLE_KEY)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "client_secret=" + clientSecret + "&payment_method=pm_card_visa")),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request.build(), handler);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    @Override
    public void close() {
        simulator.close();
        clock.stop(0);
        threads.shutdownNow();
    }
}

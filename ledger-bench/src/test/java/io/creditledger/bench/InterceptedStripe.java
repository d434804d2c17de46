package io.creditledger.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.creditledger.simulator.Settings;
import io.creditledger.simulator.StripeSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator that the ledger talks to through a gate, at which something can happen just before or after one of its calls. */
final class InterceptedStripe implements AutoCloseable {

    private static final String SECRET_KEY = "sk_test_crashes";
    private static final String PUBLISHABLE_KEY = "pk_test_crashes";
    private static final String WEBHOOK_SECRET = "whsec_crashes";

    private final StripeSimulator simulator =
            StripeSimulator.start(Settings.defaults().withKeys(SECRET_KEY, PUBLISHABLE_KEY));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
    private final HttpServer gate;

    /** When something is to happen. */
    enum Moment {
        /** The call is on its way and has not arrived. */
        BEFORE,
        /** The call has taken effect and is not answered. */
        AFTER
    }

    /**
     * Something that happens once.
     *
     * @param path what the address of the call begins with
     */
    private record Trap(String method, String path, Moment moment, Runnable happening) {

        boolean meets(HttpExchange call) {
            return call.getRequestMethod().equals(method)
                    && call.getRequestURI().getPath().startsWith(path);
        }
    }

    InterceptedStripe() throws IOException {
        gate = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gate.createContext("/", this::pass);
        gate.setExecutor(threads);
        gate.start();
    }

    /** Where the ledger has to look for Stripe. */
    URI address() {
        return URI.create("http://127.0.0.1:" + gate.getAddress().getPort());
    }

    /** The same ledger, that will look for Stripe here. */
    LedgerProcess usedBy(LedgerProcess ledger) {
        return ledger.with("STRIPE_SECRET_KEY", SECRET_KEY)
                .with("STRIPE_PUBLISHABLE_KEY", PUBLISHABLE_KEY)
                .with("STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET)
                .with("STRIPE_API_BASE", address().toString());
    }

    void tell(LedgerProcess ledger) {
        simulator.deliverWebhooksTo(
                URI.create("http://127.0.0.1:" + ledger.port() + "/v1/stripe/webhook"), List.of(WEBHOOK_SECRET));
    }

    /** Has something happen at the next such call, once. */
    void at(String method, String path, Moment moment, Runnable happening) {
        trap.set(new Trap(method, path, moment, happening));
    }

    /** Whether what was to happen has not happened yet. */
    boolean isTrapSet() {
        return trap.get() != null;
    }

    private void pass(HttpExchange call) throws IOException {
        Trap set = trap.get();
        Trap caught = set != null && set.meets(call) && trap.compareAndSet(set, null) ? set : null;
        try (call) {
            if (caught != null && caught.moment() == Moment.BEFORE) {
                caught.happening().run();
                return;
            }
            HttpResponse<byte[]> answer = forwarded(call);
            if (caught != null) {
                caught.happening().run();
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Transfer-Encoding")) {
                    call.getResponseHeaders().put(name, values);
                }
            });
            call.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            call.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> forwarded(HttpExchange call) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        simulator.address().resolve(call.getRequestURI().toString()))
                .method(
                        call.getRequestMethod(),
                        BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes()));
        for (String name : List.of("Authorization", "Content-Type", "Idempotency-Key", "Stripe-Version")) {
            List<String> values = call.getRequestHeaders().getOrDefault(name, List.of());
            values.forEach(value -> request.header(name, value));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    /** What the customer's browser does with a card. */
    void confirm(String kind, String clientSecret, String card) throws IOException {
        String intent = clientSecret.substring(0, clientSecret.indexOf("_secret_"));
        String form = Map.of("client_secret", clientSecret, "payment_method", card).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(simulator.address().resolve("/v1/" + kind + "/" + intent + "/confirm"))
                .header("Authorization", "Bearer " + PUBLISHABLE_KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    JsonNode state() throws IOException {
        return send(HttpRequest.newBuilder(simulator.address().resolve("/_simulator/state")));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    @Override
    public void close() {
        gate.stop(0);
        threads.shutdownNow();
        simulator.close();
    }
}

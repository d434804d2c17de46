package io.creditledger.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody who receives webhooks and notes them. */
final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Delivery> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    /** What was received, and what was answered. */
    record Delivery(String body, @Nullable String signature, int answered) {

        String type() {
            return Simulation.JSON.readTree(body).get("type").asString();
        }

        String eventId() {
            return Simulation.JSON.readTree(body).get("id").asString();
        }
    }

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/webhook", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 500 : 200;
        received.add(new Delivery(body, exchange.getRequestHeaders().getFirst("Stripe-Signature"), answer));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    void refuseNext(int deliveries) {
        refusals.set(deliveries);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/webhook");
    }

    List<Delivery> received() {
        return received;
    }

    List<String> types() {
        return received.stream().map(Delivery::type).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.creditledger.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A merchant's site, on an origin of its own and as strict as a merchant's should be. */
final class Shop implements AutoCloseable {

    private final HttpServer server;
    private final URI simulator;

    Shop(URI simulator) {
        this.simulator = simulator;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/shop.js", exchange -> answer(exchange, "text/javascript", file("shop.js")));
        server.createContext("/outcome", exchange -> answer(exchange, "text/plain", "noted"));
        server.createContext("/back", exchange -> answer(exchange, "text/plain", "back in the shop"));
        server.createContext(
                "/shop",
                exchange -> answer(
                        exchange, "text/html", file("shop.html").replace("{{simulator}}", simulator.toString())));
        server.start();
    }

    private void answer(HttpExchange exchange, String type, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self' " + simulator + "; frame-src " + simulator
                                + "; connect-src 'self' " + simulator + "; img-src data:");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String file(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(Shop.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.creditledger.simulator.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.creditledger.simulator.browser.Page;
import io.creditledger.simulator.browser.Pages;
import io.creditledger.simulator.controls.ControlProblem;
import io.creditledger.simulator.controls.Controls;
import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.stripe.Answer;
import io.creditledger.simulator.stripe.StripeApi;
import io.creditledger.simulator.stripe.StripeFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes requests and passes them on: to the API, to the controls, to the pages. */
public final class Front implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Front.class.getName());

    private static final int MAX_BODY = 1 << 20;
    private static final int MAX_AT_ONCE = 512;
    private static final String API = "/v1/";
    private static final String CONTROLS = "/_simulator/";
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");
    private static final Pattern LOOPBACK_ORIGIN = Pattern.compile("https?://" + LOOPBACK.pattern());

    private final StripeApi api;
    private final Controls controls;
    private final Pages pages;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);

    public Front(StripeApi api, Controls controls, Pages pages) {
        this.api = api;
        this.controls = controls;
        this.pages = pages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!places.tryAcquire()) {
            text(exchange, 503, "Too many requests at once.\n");
            return;
        }
        try {
            dispatch(exchange);
        } catch (RuntimeException defect) {
            LOG.log(System.Logger.Level.ERROR, "The simulator failed", defect);
            text(exchange, 500, "The simulator failed: see its output.\n");
        } finally {
            places.release();
            exchange.close();
        }
    }

    private void dispatch(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        if (!isAddressedLocally(exchange)) {
            // Otherwise a page anywhere could reach the simulator by a name of its own that leads here.
            text(exchange, 421, "The simulator answers to localhost alone.\n");
        } else if (path.startsWith(API)) {
            answerApi(exchange, path);
        } else if (path.startsWith(CONTROLS)) {
            answerControl(exchange, path.substring(CONTROLS.length()));
        } else {
            answerPage(exchange, path);
        }
    }

    private static boolean isAddressedLocally(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && LOOPBACK.matcher(host).matches();
    }

    private static @Nullable String origin(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Origin");
    }

    private void answerApi(HttpExchange exchange, String path) throws IOException {
        allowLocalOrigins(exchange);
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        String body = body(exchange);
        if (body == null) {
            Answer refusal = StripeFailure.bodyTooLarge().answer();
            json(exchange, refusal.status(), "application/json", refusal.body());
            return;
        }
        StripeApi.Reply reply = api.handle(request(exchange, path, body));
        if (!reply.cut()) {
            reply.answer().headers().forEach(exchange.getResponseHeaders()::set);
            json(
                    exchange,
                    reply.answer().status(),
                    "application/json",
                    reply.answer().body());
        }
    }

    private static StripeApi.Request request(HttpExchange exchange, String path, String body) {
        Headers headers = exchange.getRequestHeaders();
        return new StripeApi.Request(
                exchange.getRequestMethod(),
                path,
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                body,
                headers.getFirst("Content-Type"),
                headers.getFirst("Authorization"),
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("Stripe-Version"));
    }

    private static void allowLocalOrigins(HttpExchange exchange) {
        String origin = origin(exchange);
        if (origin != null && LOOPBACK_ORIGIN.matcher(origin).matches()) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Allow-Methods", "GET, POST, DELETE");
            headers.set("Access-Control-Allow-Headers", "authorization, content-type, idempotency-key, stripe-version");
            headers.set("Access-Control-Expose-Headers", "Request-Id, Idempotent-Replayed");
            headers.set("Access-Control-Max-Age", "300");
            headers.set("Vary", "Origin");
        }
    }

    private void answerControl(HttpExchange exchange, String address) throws IOException {
        String origin = origin(exchange);
        String body = body(exchange);
        if (origin != null && !LOOPBACK_ORIGIN.matcher(origin).matches()) {
            text(exchange, 403, "Controls are not for pages from elsewhere.\n");
        } else if (body == null) {
            text(exchange, 413, "The body is too large.\n");
        } else {
            control(exchange, address, body);
        }
    }

    private void control(HttpExchange exchange, String address, String body) throws IOException {
        try {
            json(exchange, 200, "application/json", controls.handle(exchange.getRequestMethod(), address, body));
        } catch (ControlProblem problem) {
            json(exchange, problem.status(), "application/problem+json", problem.json());
        }
    }

    private void answerPage(HttpExchange exchange, String path) throws IOException {
        String body = body(exchange);
        Page page;
        switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" ->
                page = pages.get(
                        path,
                        Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
            case "POST" -> page = pages.post(path, body == null ? "" : body);
            default -> {
                text(exchange, 405, "This page can only be looked at.\n");
                return;
            }
        }
        page.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, page.status(), page.contentType(), page.bytes());
    }

    /** What was sent, or null if it is too much. */
    private static @Nullable String body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        return bytes.length > MAX_BODY ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, int status, String type, JsonNode body) throws IOException {
        send(exchange, status, type, Json.MAPPER.writeValueAsBytes(body));
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}

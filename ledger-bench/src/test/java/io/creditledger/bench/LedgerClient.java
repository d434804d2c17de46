package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A platform service that talks HTTP with the ledger. */
final class LedgerClient {

    /** Longer than any answer may take: who waits longer hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final List<String> addresses;
    private final String apiKey;
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    LedgerClient(int port, String apiKey) {
        this(List.of(port), apiKey);
    }

    /** Asks several processes in turn, as a load balancer does that knows nothing of them. */
    LedgerClient(List<Integer> ports, String apiKey) {
        this.addresses = ports.stream().map(port -> "http://127.0.0.1:" + port).toList();
        this.apiKey = apiKey;
    }

    /** What came back. */
    record Answer(int status, String contentType, boolean replayed, String body) {

        JsonNode json() {
            return MAPPER.readTree(body);
        }

        /** What a client may take as "not now": it, or a balancer in front of it, says so as a problem. */
        boolean isUnavailable() {
            return contentType.startsWith("application/problem+json")
                    && (status == 503 || body.contains("\"https://creditledger.io/problems/unavailable\""));
        }
    }

    boolean isReady() {
        try {
            return get("/actuator/health/readiness").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    void open(String account, long credits) throws IOException {
        assertThat(send("PUT", "/v1/accounts/" + account, null, "{}").status()).isIn(200, 201);
        Answer granted = send("POST", "/v1/accounts/" + account + "/grants", "grant", """
                {"amount": %d, "source": "promotional", "description": "to be spent"}""".formatted(credits));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
    }

    Answer consume(Consumption consumption) throws IOException {
        return send("POST", "/v1/accounts/" + consumption.account() + "/consumptions", consumption.key(), """
                {"amount": %d, "description": "Website generation",
                 "website": {"id": "%s", "url": "https://%2$s.example"}}""".formatted(
                        consumption.amount(), consumption.website()));
    }

    /** Every stored fact of the account, in order. */
    List<JsonNode> events(String account) throws IOException {
        HttpRequest request = request("/v1/accounts/" + account + "/events")
                .header("Accept", "application/x-ndjson")
                .build();
        Answer answer = exchange(request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(MAPPER::readTree).toList();
    }

    /** The items of all pages of a list. */
    List<JsonNode> all(String path) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = get(path + "?limit=200" + cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode page = answer.json();
            page.path("items").forEach(items::add);
            JsonNode next = page.path("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        } while (cursor != null);
        return items;
    }

    /** What the stream of an account says, until the ledger ends it; whoever has heard enough closes it. */
    Stream<String> news(String account) throws IOException, InterruptedException {
        HttpRequest request = request("/v1/accounts/" + account + "/stream")
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> stream = http.send(request, HttpResponse.BodyHandlers.ofLines());
        if (stream.statusCode() != 200) {
            stream.body().close();
            throw new IOException("no stream, but " + stream.statusCode());
        }
        return stream.body().filter(line -> line.startsWith("data:"));
    }

    Answer get(String path) throws IOException {
        return exchange(request(path).build());
    }

    Answer send(String method, String path, @Nullable String idempotencyKey, String json) throws IOException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return exchange(request.build());
    }

    private HttpRequest.Builder request(String path) {
        String address = addresses.get(Math.floorMod(requests.getAndIncrement(), addresses.size()));
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + apiKey);
    }

    private Answer exchange(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Idempotency-Replayed").isPresent(),
                    response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", interrupted));
        }
    }
}

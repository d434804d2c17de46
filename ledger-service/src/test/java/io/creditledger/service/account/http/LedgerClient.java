package io.creditledger.service.account.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP to a ledger on this machine.
 *
 * @param next where the next request goes; always {@code port}, unless the ledger has several processes
 */
public record LedgerClient(int port, HttpClient http, IntSupplier next) {

    public static final String KEY = "clk_canaryOfTheTestsOfTheService";

    public LedgerClient(int port) {
        this(port, HttpClient.newHttpClient());
    }

    public LedgerClient(int port, HttpClient http) {
        this(port, http, () -> port);
    }

    /** Asks one after the other, as a load balancer does that knows nothing of them. */
    static LedgerClient inTurn(LedgerClient... processes) {
        AtomicInteger requests = new AtomicInteger();
        return new LedgerClient(processes[0].port, processes[0].http, () -> processes[
                Math.floorMod(requests.getAndIncrement(), processes.length)]
                .port);
    }

    public Answer get(String path) {
        return send(request(path));
    }

    public Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept));
    }

    public Answer put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    public Answer post(String path, @Nullable String idempotencyKey, String body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        return as(KEY, path);
    }

    /** A request of whoever shows this key or token. */
    public HttpRequest.Builder as(String secret, String path) {
        return anonymous(path).header("Authorization", "Bearer " + secret);
    }

    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + next.getAsInt() + path));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            Answer answer = Answer.of(http.send(request.build(), BodyHandlers.ofString()));
            Written.problem(answer);
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException("no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no answer", stopped);
        }
    }

    /** Follows an event stream, from its present or after an event seen before. */
    public EventStreamReader stream(String path, @Nullable Long lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.toString());
        }
        return stream(request);
    }

    public EventStreamReader stream(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new EventStreamReader(http.send(request.build(), BodyHandlers.ofInputStream()));
    }

    /** Puts the path on the wire as it is, which a well-behaved client would not do. */
    public Answer getRaw(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + KEY
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Answer parsed(String response) {
        String[] headAndBody = response.split("\r\n\r\n", 2);
        List<String> head = headAndBody[0].lines().toList();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : head.subList(1, head.size())) {
            String[] nameAndValue = line.split(": ?", 2);
            headers.put(nameAndValue[0], List.of(nameAndValue[1]));
        }
        boolean chunked = headers.containsKey("Transfer-Encoding");
        return new Answer(
                Integer.parseInt(head.getFirst().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length())),
                HttpHeaders.of(headers, (name, value) -> true),
                chunked ? "" : headAndBody[1]);
    }
}

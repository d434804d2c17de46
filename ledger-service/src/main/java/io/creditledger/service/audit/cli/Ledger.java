package io.creditledger.service.audit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger that runs somewhere, over HTTP. */
final class Ledger implements AutoCloseable {

    static final String NDJSON = "application/x-ndjson";

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    /** Longer than the ledger itself takes before it says that it can't answer. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    private static final int MAX_REFUSAL = 64 * 1_024;
    private static final int FIRST_FAILURE = 300;

    private final URI address;
    private final String key;
    private final HttpClient http;

    Ledger(URI address, String key) {
        this.address = address;
        this.key = key;
        this.http = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    }

    JsonNode get(String path) {
        return json(send(request(path).timeout(TO_ANSWER).GET()));
    }

    /** Posts JSON, or nothing. */
    JsonNode post(String path, @Nullable JsonNode body) {
        HttpRequest.Builder request = request(path).timeout(TO_ANSWER);
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
        }
        return json(send(request));
    }

    /** Posts lines for as long as it takes, and waits for the answer up to a time. */
    JsonNode post(String path, BodyPublisher lines, Duration patience) {
        return json(send(
                request(path).timeout(patience).header("Content-Type", NDJSON).POST(lines)));
    }

    /** Begins to read lines. */
    InputStream lines(String path) {
        return send(request(path).timeout(TO_ANSWER).header("Accept", NDJSON).GET());
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + key);
        } catch (IllegalArgumentException impossible) {
            throw new CouldNotRunException(
                    "The address or the key can't be sent: " + impossible.getMessage(), impossible);
        }
    }

    private InputStream send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() >= FIRST_FAILURE) {
                throw refusal(response);
            }
            return response.body();
        } catch (IOException away) {
            throw new CouldNotRunException("No answer from the ledger at " + address + ": " + reason(away), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CouldNotRunException("Interrupted", stopped);
        }
    }

    private static String reason(IOException away) {
        if (away instanceof ConnectException) {
            return "nobody listens there";
        }
        return away.getMessage() == null ? "the connection broke off" : away.getMessage();
    }

    private CouldNotRunException refusal(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            JsonNode problem =
                    JsonMapper.shared().readTree(new String(body.readNBytes(MAX_REFUSAL), StandardCharsets.UTF_8));
            if (problem.path("title").isString() && problem.path("status").isNumber()) {
                return new CouldNotRunException(problem);
            }
        } catch (JacksonException noProblem) {
            // Said below: something else answers there.
        }
        return new CouldNotRunException(
                "What answers at " + address + " is no credit ledger: it says " + response.statusCode());
    }

    private JsonNode json(InputStream body) {
        try (body) {
            JsonNode answer = JsonMapper.shared().readTree(body);
            if (answer.isObject()) {
                return answer;
            }
        } catch (JacksonException noJson) {
            // Said below.
        } catch (IOException cut) {
            throw new CouldNotRunException("The answer of the ledger at " + address + " broke off", cut);
        }
        throw new CouldNotRunException("What answers at " + address + " is no credit ledger");
    }

    @Override
    public void close() {
        // Whatever is still under way is of no use to anybody.
        http.shutdownNow();
    }
}

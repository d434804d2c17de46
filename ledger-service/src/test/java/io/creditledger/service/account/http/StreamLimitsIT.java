package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** How many event streams there may be, and that none outlives what its reader has shown. */
@BorderTest
@TestPropertySource(
        properties = {
            "ledger.http.stream-heartbeat=100ms",
            "ledger.http.max-streams=5",
            "ledger.http.max-streams-of-caller=3",
            "ledger.http.max-streams-of-session=1",
            "ledger.http.max-streams-of-account=2"
        })
@Timeout(120)
class StreamLimitsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<EventStreamReader> readers = new ArrayList<>();
    private LedgerClient client;

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        client = new LedgerClient(port);
    }

    @AfterEach
    void closeAll() throws IOException {
        for (EventStreamReader reader : readers) {
            reader.close();
        }
    }

    @Test
    void aCallerHasSoManyAndMoreWhenOneHasEnded() throws Exception {
        String key = newKey().at("/key").asString();
        EventStreamReader first = open(key, "a");
        open(key, "b");
        open(key, "c");
        assertThat(refused(key, "d")).isEqualTo("streams-of-caller");

        first.close();

        open(key, "d");
    }

    @Test
    void anAccountHasSoManyWhoeverReads() {
        String one = newKey().at("/key").asString();
        String other = newKey().at("/key").asString();
        open(one, "busy");
        open(other, "busy");

        assertThat(refused(one, "busy")).isEqualTo("streams-of-account");
    }

    @Test
    void moreThanTheLedgerHasRoomForIsNobodysFault() {
        String one = newKey().at("/key").asString();
        String other = newKey().at("/key").asString();
        String last = newKey().at("/key").asString();
        open(one, "e");
        open(one, "f");
        open(one, "g");
        open(other, "h");
        open(other, "i");

        client.send(stream(last, "k")).isProblem(503, "unavailable");
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        JsonNode session = client.post("/v1/accounts/alice/dashboard-sessions", null, "{}")
                .is(201)
                .json();
        String token = session.at("/token").asString();
        EventStreamReader reader = open(token, "alice");
        assertThat(refused(token, "alice")).isEqualTo("streams-of-caller");
        reader.next("balance");

        client.send(client.request("/v1/accounts/alice/dashboard-sessions/"
                                + session.at("/sessionId").asString())
                        .DELETE())
                .is(204);

        reader.awaitEnd();
    }

    @Test
    void aStreamEndsWithItsKey() throws Exception {
        JsonNode key = newKey();
        EventStreamReader reader = open(key.at("/key").asString(), "bob");
        reader.next("balance");

        client.send(client.request("/v1/api-keys/" + key.at("/keyId").asString())
                        .DELETE())
                .is(204);

        reader.awaitEnd();
    }

    private JsonNode newKey() {
        return client.post("/v1/api-keys", null, "{\"name\":\"n\",\"role\":\"service\"}")
                .is(201)
                .json();
    }

    private EventStreamReader open(String secret, String account) {
        EventStreamReader reader = Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> client.stream(stream(secret, account)), Objects::nonNull);
        readers.add(reader);
        return reader;
    }

    private String refused(String secret, String account) {
        return client.send(stream(secret, account))
                .isProblem(429, "too-many-requests")
                .text("/limit");
    }

    private HttpRequest.Builder stream(String secret, String account) {
        return client.anonymous("/v1/accounts/" + account + "/stream")
                .header("Authorization", "Bearer " + secret)
                .header("Accept", "text/event-stream");
    }
}

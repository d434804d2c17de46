package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** The border over real HTTP, before a ledger that remembers nothing: what gets in, and what everything is called on its way out. */
@BorderTest
class BorderIT {

    private static final String CONSUMPTION = "{\"amount\":7,\"description\":\"Website generation\"}";

    @Autowired
    private StandInLedger ledger;

    private LedgerClient client;

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        client = new LedgerClient(port);
        ledger.received.clear();
    }

    @Test
    void answersAConsumptionFromItsFact() {
        Answer answer = consume("alice", CONSUMPTION);

        answer.is(201);
        assertThat(answer.number("/amount")).isEqualTo(7);
        assertThat(answer.text("/draws/0/lotId")).isEqualTo("lot_1");
        assertThat(answer.number("/balance/available")).isZero();
        assertThat(answer.number("/revision")).isEqualTo(2);
        assertThat(answer.isReplayed()).isFalse();
    }

    @Test
    void saysThatAnAnswerIsAReplay() {
        assertThat(consume("again", CONSUMPTION).isReplayed()).isTrue();
        assertThat(consume("poor-again", CONSUMPTION).isReplayed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            unknown,    404, account-not-found
            poor,       402, insufficient-credits
            poor-again, 402, insufficient-credits
            reused,     422, idempotency-key-reused
            down,       503, unavailable
            broken,     500, internal-error
            """)
    void namesWhyACommandFailed(String account, int status, String slug) {
        Answer answer = consume(account, CONSUMPTION);

        answer.isProblem(status, slug);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"description":"d"}                                          | amount
            {"amount":null,"description":"d"}                            | amount
            {"amount":0,"description":"d"}                               | amount
            {"amount":-1,"description":"d"}                              | amount
            {"amount":1000000000001,"description":"d"}                   | amount
            {"amount":99999999999999999999999,"description":"d"}         | amount
            {"amount":1.5,"description":"d"}                             | amount
            {"amount":1.0,"description":"d"}                             | amount
            {"amount":1e3,"description":"d"}                             | amount
            {"amount":"5","description":"d"}                             | amount
            {"amount":true,"description":"d"}                            | amount
            {"amount":5}                                                 | description
            {"amount":5,"description":" "}                               | description
            {"amount":5,"description":5}                                 | description
            {"amount":5,"description":"a\\u0000b"}                       | description
            {"amount":5,"description":"a\\nb"}                           | description
            {"amount":5,"description":"\\ud800"}                         | description
            {"amount":5,"description":"d","amuont":5}                    | amuont
            {"amount":5,"description":"d","website":"x"}                 | website
            {"amount":5,"description":"d","website":{}}                  | website.id
            {"amount":5,"description":"d","website":{"id":"w","x":1}}    | website.x
            {"amount":5,"description":"d","website":{"id":"w","url":"javascript:alert(1)"}}  | website.url
            {"amount":5,"description":"d","website":{"id":"w","url":"/relative"}}            | website.url
            {"amount":5,"description":"d","website":{"id":"w","url":"https://a@b.example"}}  | website.url
            {"amount":5,"description":"d","metadata":[]}                 | metadata
            {"amount":5,"description":"d","metadata":{"a":{}}}           | metadata.a
            {"amount":5,"description":"d","metadata":{"a":null}}         | metadata.a
            {"amount":5,"description":"d","metadata":{"a":1e999}}        | metadata.a
            {"amount":5,"amount":6,"description":"d"}                    | body
            {"amount":5,"description":"d"} {}                            | body
            {"amount":5,"description":"d"                                | body
            [1]                                                          | body
            "text"                                                       | body
            {"a":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}              | body
            """)
    void namesABadField(String body, String field) {
        Answer answer = consume("alice", body);

        answer.isProblem(400, "invalid-request");
        assertThat(answer.badFields()).containsExactly(field);
        assertThat(ledger.received).isEmpty();
    }

    @Test
    void namesEveryBadField() {
        Answer answer = consume("alice", "{\"amount\":0,\"description\":\"\",\"website\":{\"id\":1},\"x\":1}");

        assertThat(answer.badFields()).containsExactly("amount", "description", "website.id", "x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount":5,"source":"purchase","description":"d"}                                                  | source
            {"amount":5,"source":"PLAN","description":"d"}                                                      | source
            {"amount":5,"source":"plan","description":"d","priority":101}                                       | priority
            {"amount":5,"source":"plan","description":"d","expiresAt":"2026-01-01"}                             | expiresAt
            {"amount":5,"source":"plan","description":"d","expiresAt":"+999999999-12-31T00:00:00Z"}             | expiresAt
            {"amount":5,"source":"plan","description":"d","expiresAt":1767225600}                               | expiresAt
            {"amount":5,"source":"plan","description":"d","effectiveAt":"2027-01-01T00:00:00Z","expiresAt":"2027-01-01T01:00:00+01:00"} | expiresAt
            """)
    void namesABadFieldOfAGrant(String body, String field) {
        Answer answer = client.post("/v1/accounts/alice/grants", "k", body);

        answer.isProblem(400, "invalid-request");
        assertThat(answer.badFields()).containsExactly(field);
    }

    @Test
    void needsAnIdempotencyKey() {
        client.post("/v1/accounts/alice/consumptions", null, CONSUMPTION).isProblem(400, "idempotency-key-required");
        client.post("/v1/accounts/alice/consumptions", " ", CONSUMPTION).isProblem(400, "idempotency-key-required");
        client.post("/v1/accounts/alice/consumptions", "k".repeat(256), CONSUMPTION)
                .isProblem(400, "idempotency-key-required");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v1/accounts/a%20b/balance,                       400, invalid-request
            /v1/accounts/a%00b/balance,                       400, invalid-request
            /v1/accounts/a%2Fb/balance,                       400, invalid-request
            /v1/accounts/unknown/balance,                     404, account-not-found
            /v1/accounts/just-opened/balance,                 200,
            /v1/accounts/alice/balance?minRevision=5,         200,
            /v1/accounts/alice/balance?minRevision=6,         503, projection-behind
            /v1/accounts/alice/balance?minRevision=-1,        400, invalid-request
            /v1/accounts/alice/balance?minRevision=x,         400, invalid-request
            /v1/accounts/alice/balance?minRevision=1&minRevision=2, 400, invalid-request
            /v1/accounts/alice/balance?minRevision=%zz,       400, invalid-request
            /v1/accounts/alice/balance?at=yesterday,          400, invalid-request
            /v1/accounts/alice/balance?at=2026-01-01T00:00:00Z&revision=1, 400, invalid-request
            /v1/accounts/alice/transactions?limit=0,          400, invalid-request
            /v1/accounts/alice/transactions?limit=201,        400, invalid-request
            /v1/accounts/alice/transactions?type=holds,       400, invalid-request
            /v1/accounts/alice/transactions?cursor=stale,     400, invalid-request
            /v1/accounts/alice/transactions?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, 400, invalid-request
            /v1/accounts/alice/transactions?anything=goes,    200,
            /v1/accounts/alice/usage,                         200,
            /v1/accounts/alice/usage?granularity=week,        400, invalid-request
            /v1/accounts/alice/usage?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&granularity=hour, 400, invalid-request
            /v1/accounts/alice/events?fromRevision=3,         200,
            /v1/accounts/alice/nothing,                       404, not-found
            /nothing,                                         404, not-found
            /error,                                           404, not-found
            """)
    void answersReads(String path, int status, @Nullable String slug) throws IOException {
        client.getRaw(path).isProblem(status, slug);
    }

    @Test
    void refusesWhatItDoesNotSpeak() {
        client.send(client.request("/v1/accounts/alice/balance").DELETE()).isProblem(405, "method-not-allowed");
        client.get("/v1/accounts/alice/balance", "text/html").isProblem(406, "not-acceptable");
        client.send(client.request("/v1/accounts/alice/consumptions")
                        .header("Idempotency-Key", "k")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(CONSUMPTION)))
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void refusesLargeBodies() {
        byte[] megabyte = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        HttpRequest.Builder request = client.request("/v1/accounts/alice/consumptions")
                .header("Idempotency-Key", "k")
                .header("Content-Type", "application/json");

        client.send(request.POST(BodyPublishers.ofByteArray(megabyte))).isProblem(413, "content-too-large");
        client.send(request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(megabyte))))
                .isProblem(413, "content-too-large");
    }

    @Test
    void letsNobodyInWithoutTheKey() {
        anonymous("/v1/accounts/alice/balance", null).isProblem(401, "unauthenticated");
        anonymous("/v1/accounts/alice/balance", "Bearer other").isProblem(401, "unauthenticated");
        anonymous("/v1/accounts/alice/balance", "Basic key").isProblem(401, "unauthenticated");
        anonymous("/nothing", null).isProblem(401, "unauthenticated");
        anonymous("/actuator/env", null).isProblem(401, "unauthenticated");
        anonymous("/docs/%2e%2e/v1/accounts/alice/balance", null).isProblem(400, "invalid-request");
        assertThat(anonymous("/actuator/health", null).body()).contains("UP").doesNotContain("components");
        assertThat(client.get("/actuator/health").body()).contains("components");
        assertThat(anonymous("/v1/accounts/alice/balance", null).header("WWW-Authenticate"))
                .hasValue("Bearer");
    }

    @Test
    void explainsItselfWithoutAKeyAndWithoutHelpFromOutside() {
        Answer page = anonymous("/docs", null).is(200);

        assertThat(page.body())
                .contains("/docs/docs.js")
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(anonymous("/docs/docs.js", null).is(200).body()).doesNotContain("://");
        assertThat(anonymous("/docs/docs.css", null).is(200).body()).doesNotContain("://");
    }

    @Test
    void answersEachItemOfABatchAlone() {
        Answer answer = client.post("/v1/consumptions/batch", null, """
                {"items":[
                  {"accountId":"alice","idempotencyKey":"1","amount":7,"description":"d"},
                  {"accountId":"poor","idempotencyKey":"2","amount":7,"description":"d"},
                  {"accountId":"alice","idempotencyKey":"3","amount":0,"description":"d"},
                  5,
                  {"accountId":"again","idempotencyKey":"4","amount":7,"description":"d"},
                  {"accountId":"poor-again","idempotencyKey":"5","amount":7,"description":"d"},
                  {"accountId":"down","idempotencyKey":"6","amount":7,"description":"d"}
                ]}""");

        answer.is(200);
        JsonNode results = answer.json().at("/results");
        assertThat(results.valueStream().map(result -> result.at("/status").asInt()))
                .containsExactly(201, 402, 400, 400, 201, 402, 503);
        assertThat(results.at("/0/consumptionId").asString()).startsWith("con_");
        assertThat(results.at("/0/replayed").isMissingNode()).isTrue();
        assertThat(results.at("/1/available").asLong()).isEqualTo(3);
        assertThat(results.at("/2/errors/0/field").asString()).isEqualTo("amount");
        assertThat(results.at("/4/replayed").asBoolean()).isTrue();
        assertThat(results.at("/5/replayed").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}              | items
            {"items":[]}    | items
            {"items":{}}    | items
            """)
    void refusesABatchThatIsNone(String body, String field) {
        Answer answer = client.post("/v1/consumptions/batch", null, body);

        answer.isProblem(400, "invalid-request");
        assertThat(answer.badFields()).containsExactly(field);
    }

    private Answer consume(String account, String body) {
        return client.post("/v1/accounts/" + account + "/consumptions", "k", body);
    }

    private Answer anonymous(String path, @Nullable String authorization) {
        HttpRequest.Builder request = client.anonymous(path);
        return client.send(authorization == null ? request : request.header("Authorization", authorization));
    }
}

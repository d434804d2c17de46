package io.creditledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Keys, from the outside. */
@Timeout(120)
class ApiKeysIT {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES);

    private static final String KEYS = "/v1/api-keys";
    private static LedgerClient ledger;

    @BeforeAll
    static void open() {
        ledger = LEDGER.client();
        for (String account : List.of("acme-1", "other-1")) {
            ledger.put("/v1/accounts/" + account, "{}").is(201);
            ledger.post(
                            "/v1/accounts/" + account + "/grants",
                            "first",
                            "{\"amount\": 100, \"source\": \"plan\", \"description\": \"first\"}")
                    .is(201);
        }
    }

    private static Answer made(String body) {
        return ledger.post(KEYS, null, body).is(201);
    }

    private static Answer asked(String key) {
        return ledger.send(ledger.as(key, "/v1/accounts/acme-1/balance"));
    }

    @Test
    void tellsASecretOnceAndKeepsNothingButItsHash() {
        Answer made = made("{\"name\": \"website generator\", \"scopes\": [\"ledger:query\"]}");
        String key = made.text("/key");

        assertThat(key).matches("clk_[A-Za-z0-9_-]{43}");
        assertThat(made.header("Cache-Control")).hasValue("no-store");
        assertThat(made.text("/createdBy")).isEqualTo("configured:LEDGER_API_KEY");
        asked(key).is(200);
        assertThat(ledger.get(KEYS + "?limit=200").is(200).body())
                .contains(made.text("/keyId"))
                .doesNotContain(key);
        assertThat(ledger.get(KEYS + "/" + made.text("/keyId")).is(200).body()).doesNotContain("clk_");
        assertThat(everythingStored()).doesNotContain(key).doesNotContain(key.substring("clk_".length()));
    }

    private static String everythingStored() {
        JdbcClient database = JdbcClient.create(POSTGRES.dataSource(1));
        return String.join(
                "\n",
                database.sql(
                                "select k::text || s::text from access.api_key k join access.api_key_secret s using (key_id)")
                        .query(String.class)
                        .list());
    }

    @Test
    void hasTwoValidSecretsDuringARotation() {
        Answer made = made("{\"name\": \"rotated\", \"role\": \"service\"}");
        String rotation = KEYS + "/" + made.text("/keyId") + "/rotation";
        String first = made.text("/key");

        Answer rotated = ledger.post(rotation, null, "{}").is(201);
        String second = rotated.text("/key");
        asked(first).is(200);
        asked(second).is(200);
        assertThat(Instant.parse(rotated.text("/previousSecretExpiresAt")))
                .isAfter(Instant.now().plus(Duration.ofHours(23)));

        // The answer to a rotation may be lost: another one replaces the secret that nobody has.
        String third = ledger.post(rotation, null, "{}").is(201).text("/key");
        asked(first).is(200);
        asked(second).isProblem(401, "unauthenticated");
        asked(third).is(200);

        Answer ended = ledger.send(ledger.request(rotation).DELETE()).is(200);
        assertThat(ended.json().at("/previousSecretExpiresAt").isNull()).isTrue();
        asked(first).isProblem(401, "unauthenticated");
        asked(third).is(200);

        String fourth =
                ledger.post(rotation, null, "{\"overlapSeconds\": 0}").is(201).text("/key");
        asked(third).isProblem(401, "unauthenticated");
        asked(fourth).is(200);
    }

    @Test
    void endsAKeyAtOnceAndForGood() {
        Answer made = made("{\"name\": \"revoked\", \"role\": \"operator\"}");
        String address = KEYS + "/" + made.text("/keyId");
        asked(made.text("/key")).is(200);

        ledger.send(ledger.request(address).DELETE()).is(204);
        asked(made.text("/key")).isProblem(401, "unauthenticated");
        ledger.send(ledger.request(address).DELETE()).is(204);
        ledger.post(address + "/rotation", null, "{}").isProblem(404, "not-found");

        JsonNode listed = ledger.get(address).is(200).json();
        assertThat(listed.at("/revokedBy").asString()).isEqualTo("configured:LEDGER_API_KEY");
        assertThat(listed.at("/revokedAt").isNull()).isFalse();
    }

    @Test
    void endsAKeyWhenItsTimeIsOver() {
        Instant end = Instant.now().plusSeconds(2);
        String key = made("{\"name\": \"short\", \"role\": \"auditor\", \"expiresAt\": \"" + end + "\"}")
                .text("/key");

        asked(key).is(200);
        await().until(() -> asked(key).status() == 401);
        assertThat(Instant.now()).isAfterOrEqualTo(end);
    }

    @Test
    void boundToAccountsDoesNotKnowOfOthers() {
        String key = made("""
                        {"name": "acme", "scopes": ["ledger:admin"], "accountPrefixes": ["acme-"]}
                        """).text("/key");

        ledger.send(ledger.as(key, "/v1/accounts/other-1")).isProblem(404, "account-not-found");
        ledger.send(ledger.as(key, "/v1/accounts?prefix=acme-")).is(200);
        ledger.send(ledger.as(key, "/v1/accounts?prefix=acme-1")).is(200);
        ledger.send(ledger.as(key, "/v1/accounts?prefix=acme")).isProblem(403, "forbidden");
        ledger.send(ledger.as(key, "/v1/accounts")).isProblem(403, "forbidden");
        // Else it could make itself a key for everything.
        ledger.send(ledger.as(key, KEYS)).isProblem(403, "forbidden");
        Answer batch = ledger.send(ledger.as(key, "/v1/consumptions/batch")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"items": [
                            {"accountId": "acme-1", "idempotencyKey": "b1", "amount": 1, "description": "d"},
                            {"accountId": "other-1", "idempotencyKey": "b2", "amount": 1, "description": "d"}]}
                        """)));
        assertThat(batch.is(200).number("/results/0/status")).isEqualTo(201);
        assertThat(batch.number("/results/1/status")).isEqualTo(404);
        assertThat(batch.text("/results/1/type")).endsWith("/account-not-found");
        assertThat(ledger.get("/v1/accounts/other-1/balance").number("/used")).isZero();
    }

    @Test
    void factsRememberWhoAskedForThem() {
        Answer made = made("{\"name\": \"spender\", \"role\": \"service\"}");
        ledger.put("/v1/accounts/who", "{}").is(201);
        Answer granted = ledger.post(
                        "/v1/accounts/who/grants",
                        "g",
                        "{\"amount\": 10, \"source\": \"adjustment\", \"description\": \"goodwill after an outage\"}")
                .is(201);
        ledger.send(ledger.as(made.text("/key"), "/v1/accounts/who/consumptions")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "c")
                        .POST(BodyPublishers.ofString("{\"amount\": 1, \"description\": \"Website generation\"}")))
                .is(201);
        ledger.post(
                        "/v1/accounts/who/lots/" + granted.text("/lotId") + "/revocation",
                        "r",
                        "{\"reason\": \"granted twice\"}")
                .is(201);

        JsonNode facts = ledger.get("/v1/accounts/who/events").is(200).json().at("/items");
        assertThat(facts.valueStream()
                        .map(fact -> fact.at("/type").asString() + " by "
                                + fact.at("/metadata/actor").asString()))
                .containsExactly(
                        "AccountOpened by configured:LEDGER_API_KEY",
                        "CreditsGranted by configured:LEDGER_API_KEY",
                        "CreditsConsumed by key:" + made.text("/keyId"),
                        "CreditsRevoked by configured:LEDGER_API_KEY");
        assertThat(facts.at("/1/payload/description").asString()).isEqualTo("goodwill after an outage");
        assertThat(facts.at("/3/payload/reason").asString()).isEqualTo("granted twice");
    }

    @Test
    void isKnownAndUnknownInAnotherProcessWithinSeconds() {
        RunningLedger other = new RunningLedger(POSTGRES);
        other.start("ledger.api-key=" + LedgerClient.KEY);
        try {
            LedgerClient there = other.client();
            Answer made = made("{\"name\": \"everywhere\", \"role\": \"service\"}");
            await().until(() -> there.send(there.as(made.text("/key"), "/v1/accounts/acme-1/balance"))
                            .status()
                    == 200);

            ledger.send(ledger.request(KEYS + "/" + made.text("/keyId")).DELETE())
                    .is(204);
            await().until(() -> there.send(there.as(made.text("/key"), "/v1/accounts/acme-1/balance"))
                            .status()
                    == 401);
        } finally {
            other.stop();
        }
    }

    @Test
    void pagesThroughAllKeys() {
        made("{\"name\": \"one\", \"role\": \"service\"}");
        made("{\"name\": \"two\", \"role\": \"service\"}");
        Answer first = ledger.get(KEYS + "?limit=1").is(200);
        Answer second = ledger.get(KEYS + "?limit=1&cursor=" + first.text("/nextCursor"))
                .is(200);

        assertThat(first.json().at("/items").size()).isOne();
        assertThat(second.text("/items/0/keyId")).isGreaterThan(first.text("/items/0/keyId"));
        assertThat(ledger.get(KEYS + "?limit=200").json().at("/nextCursor").isNull())
                .isTrue();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'role': 'service'} | name",
                "{'name': 'n'} | scopes",
                "{'name': 'n', 'scopes': []} | scopes",
                "{'name': 'n', 'scopes': ['ledger:everything']} | scopes",
                "{'name': 'n', 'scopes': 'ledger:query'} | scopes",
                "{'name': 'n', 'scopes': ['ledger:query'], 'role': 'service'} | scopes",
                "{'name': 'n', 'role': 'customer'} | role",
                "{'name': 'n', 'role': 'root'} | role",
                "{'name': 'n', 'role': 'service', 'accountPrefixes': ['a b']} | accountPrefixes",
                "{'name': 'n', 'role': 'service', 'accountPrefixes': ['']} | accountPrefixes",
                "{'name': 'n', 'role': 'service', 'expiresAt': '2020-01-01T00:00:00Z'} | expiresAt",
                "{'name': 'n', 'role': 'service', 'keyId': 'key_chosen'} | keyId"
            })
    void refusesWhatMakesNoKey(String body, String field) {
        Answer refused = ledger.post(KEYS, null, body.replace('\'', '"')).isProblem(400, "invalid-request");

        assertThat(refused.badFields()).contains(field);
    }
}

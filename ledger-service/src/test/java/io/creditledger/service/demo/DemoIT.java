package io.creditledger.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The account to play with: seeded once, spent from by whoever has its session, and by nobody else. */
class DemoIT {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, "ledger.demo=true");

    @Test
    void isSeededOnceAndSpentFromByItsCustomerAlone() {
        LedgerClient platform = LEDGER.client();
        long stored = platform.get(
                        "/v1/accounts/demo/balance?at=" + Instant.now().plusSeconds(5))
                .is(200)
                .number("/revision");
        long seeded = platform.get("/v1/accounts/demo/balance?minRevision=" + stored)
                .is(200)
                .number("/current");
        assertThat(seeded).isBetween(10_000L, 20_000L);
        assertThat(platform.get("/v1/config").json().path("demo").asBoolean()).isTrue();

        String session = sessionOf(platform, "demo");
        Answer spent = spend(platform, session, "demo", "bakery", "once").is(201);
        platform.get("/v1/accounts/demo/balance?minRevision=" + spent.number("/revision"));
        spend(platform, session, "demo", "bakery", "once").is(201);
        assertThat(platform.get("/v1/accounts/demo/balance?minRevision=" + spent.number("/revision"))
                        .is(200)
                        .number("/current"))
                .isEqualTo(seeded - 420);

        spend(platform, session, "demo", "elsewhere", "x").isProblem(404, "not-found");
        platform.put("/v1/accounts/other", "{}").is(201);
        spend(platform, session, "other", "bakery", "y").isProblem(404, "account-not-found");
        spend(platform, sessionOf(platform, "other"), "other", "bakery", "z").isProblem(404, "not-found");

        LEDGER.stop();
        LEDGER.start("ledger.api-key=" + LedgerClient.KEY);
        assertThat(LEDGER.client().get("/v1/accounts/demo/balance").is(200).number("/current"))
                .as("after another start")
                .isEqualTo(seeded - 420);
    }

    private static String sessionOf(LedgerClient platform, String account) {
        return platform.post("/v1/accounts/" + account + "/dashboard-sessions", null, "{}")
                .is(201)
                .text("/token");
    }

    private static Answer spend(LedgerClient platform, String token, String account, String website, String key) {
        HttpRequest.Builder request = platform.anonymous("/v1/accounts/" + account + "/demo-consumptions/" + website)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody());
        return platform.send(request);
    }
}

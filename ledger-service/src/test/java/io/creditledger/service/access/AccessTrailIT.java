package io.creditledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever looks at evidence leaves a trace; what would leave none is not shown. */
class AccessTrailIT {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES);

    private static LedgerClient ledger;
    private static String auditor;
    private static String auditorId;

    @BeforeAll
    static void connect() {
        ledger = LEDGER.client();
        Answer key = ledger.post("/v1/api-keys", null, "{\"name\": \"auditor\", \"role\": \"auditor\"}")
                .is(201);
        auditor = key.text("/key");
        auditorId = key.text("/keyId");
    }

    @Test
    void saysWhoLookedAtWhatAndHowThatWasAnswered() {
        open("anna");
        look("/v1/accounts/anna/events?fromRevision=0&secret=clk_whatever").is(200);
        ledger.send(ledger.as(auditor, "/v1/accounts/anna/events").header("Accept", "application/x-ndjson"))
                .is(200);
        look("/v1/accounts/anna/statement?to=2999-01-01T00:00:00Z").is(200);
        look("/v1/accounts/anna/statement?to=2020-01-01T00:00:00Z").is(404);
        look("/v1/accounts/anna/balance").is(200);

        List<JsonNode> accesses = awaitAnswered("accountId=anna", 4);

        assertThat(accesses)
                .allSatisfy(access -> assertThat(access.at("/actor").asString()).isEqualTo("key:" + auditorId));
        assertThat(accesses.reversed().stream()
                        .map(access -> access.at("/operation").asString() + " " + access.at("/parameters") + " "
                                + access.at("/status")))
                .containsExactly(
                        "findEvents {\"fromRevision\":\"0\"} 200",
                        "findEvents {} 200",
                        "findStatement {\"to\":\"2999-01-01T00:00:00Z\"} 200",
                        "findStatement {\"to\":\"2020-01-01T00:00:00Z\"} 404");
    }

    @Test
    void customersLookAtTheirOwnStatementsUnwatched() {
        open("bea");
        String token = ledger.post("/v1/accounts/bea/dashboard-sessions", null, "{}")
                .is(201)
                .text("/token");

        ledger.send(ledger.as(token, "/v1/accounts/bea/statement")).is(200);
        look("/v1/accounts/bea/statement").is(200);

        assertThat(awaitAnswered("accountId=bea", 1).getFirst().at("/actor").asString())
                .isEqualTo("key:" + auditorId);
    }

    @Test
    void whatCanNotBeRecordedIsNotShown() {
        open("cleo");
        JdbcClient database = JdbcClient.create(POSTGRES.dataSource(1));
        database.sql("alter table access.read_access rename to read_access_away")
                .update();
        try {
            Answer refused = look("/v1/accounts/cleo/events").isProblem(503, "unavailable");
            assertThat(refused.body()).doesNotContain("AccountOpened");
            look("/v1/accounts/cleo/statement").isProblem(503, "unavailable");
            look("/v1/accounts/cleo/balance").is(200);
        } finally {
            database.sql("alter table access.read_access_away rename to read_access")
                    .update();
        }
        look("/v1/accounts/cleo/events").is(200);
    }

    @Test
    void isFoundByWhoWhatAndWhenPageByPage() {
        open("dora");
        for (int number = 0; number < 5; number++) {
            look("/v1/accounts/dora/events?fromRevision=" + number).is(200);
        }
        awaitAnswered("accountId=dora", 5);
        String search = "/v1/audit/accesses?accountId=dora&limit=3&actor=key:" + auditorId;

        Answer first = ledger.get(search).is(200);
        Answer second =
                ledger.get(search + "&cursor=" + first.text("/nextCursor")).is(200);

        assertThat(revisions(first)).containsExactly("4", "3", "2");
        assertThat(revisions(second)).containsExactly("1", "0");
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
        assertThat(items("accountId=dora&actor=key:other")).isEmpty();
        assertThat(items("accountId=dora&to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(items("accountId=dora&from=2020-01-01T00:00:00Z")).hasSize(5);
    }

    private static List<String> revisions(Answer page) {
        return page.json()
                .at("/items")
                .valueStream()
                .map(access -> access.at("/parameters/fromRevision").asString())
                .toList();
    }

    /** A status follows right after the answer, so it may not be there yet. */
    private static List<JsonNode> awaitAnswered(String search, int count) {
        return Awaitility.await("accesses of " + search)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> items(search),
                        found -> found.size() == count
                                && found.stream().noneMatch(access -> access.at("/status")
                                        .isNull()));
    }

    private static List<JsonNode> items(String search) {
        return ledger.get("/v1/audit/accesses?" + search)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static Answer look(String path) {
        return ledger.send(ledger.as(auditor, path));
    }

    private static void open(String account) {
        ledger.put("/v1/accounts/" + account, "{}").is(201);
    }
}

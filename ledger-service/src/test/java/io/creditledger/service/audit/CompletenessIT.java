package io.creditledger.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What is missing is found by the check that runs all the time, and what is all right is not. */
class CompletenessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    @Order(0)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(1)
    static final RunningLedger LEDGER = new RunningLedger(
            POSTGRES, "ledger.audit.completeness-interval=200ms", "ledger.projections.dead-letters.retry-interval=0s");

    private static LedgerClient client;
    private static HikariDataSource connections;
    private static JdbcTemplate database;

    @BeforeAll
    static void open() {
        client = LEDGER.client();
        connections = POSTGRES.dataSource(2);
        database = new JdbcTemplate(connections);
    }

    @AfterAll
    static void close() {
        connections.close();
    }

    private static void open(String account) {
        client.put("/v1/accounts/" + account, "{}").is(201);
        client.post("/v1/accounts/" + account + "/grants", "g", """
                        {"amount": 1000, "source": "promotional", "description": "Gift"}""").is(201);
        consume(account, "c1");
        consume(account, "c2");
    }

    private static void consume(String account, String key) {
        client.post("/v1/accounts/" + account + "/consumptions", key, """
                        {"amount": 1, "description": "Website generation"}""").is(201);
    }

    private static JsonNode known() {
        return client.get("/v1/audit/completeness").is(200).json();
    }

    private static JsonNode await(String what, Predicate<JsonNode> condition) {
        return Awaitility.await(what).atMost(PATIENCE).until(CompletenessIT::known, condition);
    }

    /** A round that began when all of this was stored and found nothing missing. */
    private static JsonNode awaitClean() {
        long head = Objects.requireNonNull(
                database.queryForObject("select max(global_index) from ledger.domain_event_entry", Long.class));
        return await(
                "all is there and shown",
                known -> known.path("verifiedThrough").asLong() >= head
                        && known.path("incompleteCount").asInt() == 0);
    }

    private static String health() {
        return client.get("/actuator/health")
                .json()
                .at("/components/completeness/status")
                .asString();
    }

    @Test
    void whatIsAllThereIsFoundSoWhileFactsComeIn() {
        open("clean");
        for (int number = 0; number < 200; number++) {
            consume("clean", "more " + number);
        }

        JsonNode known = awaitClean();

        assertThat(known.path("accounts").asLong()).isPositive();
        assertThat(known.path("incomplete")).isEmpty();
        assertThat(health()).isEqualTo("UP");
        String meters = client.get("/actuator/prometheus").body();
        assertThat(meters).contains("ledger_audit_incomplete 0.0");
        assertThat(meters).containsPattern("ledger_audit_verified_through \\d");
    }

    @Test
    void whatAReadModelPassedOverIsNamedAndMended() {
        open("skipped");
        awaitClean();

        assertThat(database.update(
                        "update projections.lots_progress set revision = revision - 1 where account_id = 'skipped'"))
                .isEqualTo(1);

        JsonNode missing = await(
                        "it is found", known -> known.path("incompleteCount").asInt() == 1)
                .at("/incomplete/0");
        assertThat(missing.toString())
                .isEqualTo("{\"accountId\":\"skipped\",\"projection\":\"lots\",\"storedRevision\":3,"
                        + "\"storedFacts\":4,\"shownRevision\":2}");
        assertThat(health()).isEqualTo("DOWN");
        assertThat(client.get("/actuator/health/readiness")
                        .is(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(client.get("/actuator/prometheus").body()).contains("ledger_audit_incomplete 1.0");

        client.post("/v1/audit/repairs/skipped", null, "").is(200);
        awaitClean();
        assertThat(health()).isEqualTo("UP");
    }

    @Test
    void factsThatAreGoneAreNoticedInTheMiddleAndAtTheEnd() {
        open("holed");
        open("cut");
        awaitClean();
        database.execute("alter table ledger.domain_event_entry disable trigger append_only");
        try {
            database.update("delete from ledger.domain_event_entry"
                    + " where aggregate_identifier = 'holed' and sequence_number = 2");
            database.update(
                    "delete from ledger.domain_event_entry where aggregate_identifier = 'cut' and sequence_number = 3");

            JsonNode known =
                    await("both are found", all -> all.path("incompleteCount").asInt() == 2);

            assertThat(known.at("/incomplete/0").toString())
                    .isEqualTo("{\"accountId\":\"cut\",\"projection\":\"history\",\"storedRevision\":2,"
                            + "\"storedFacts\":3,\"shownRevision\":3}");
            assertThat(known.at("/incomplete/1").toString())
                    .isEqualTo("{\"accountId\":\"holed\",\"projection\":\"history\",\"storedRevision\":3,"
                            + "\"storedFacts\":3,\"shownRevision\":null}");
        } finally {
            database.update("delete from ledger.domain_event_entry where aggregate_identifier in ('holed', 'cut')");
            database.execute("alter table ledger.domain_event_entry enable trigger append_only");
        }
        await(
                "accounts that are not stored are not looked at",
                all -> all.path("incompleteCount").asInt() == 0);
    }

    @Test
    void anAccountThatIsSetAsideIsKnownAlready() {
        open("aside");
        awaitClean();
        database.update("update projections.websites_progress set revision = 1 where account_id = 'aside'");
        consume("aside", "c3");
        Awaitility.await("it is set aside")
                .atMost(PATIENCE)
                .until(() -> client.get("/v1/audit/dead-letters").is(200).body().contains("\"aside\""));

        awaitClean();
        client.post("/v1/audit/repairs/aside", null, "").is(200);
    }
}

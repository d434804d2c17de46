package io.creditledger.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.Shopper;
import io.creditledger.service.purchase.StripeForTests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Auditors replay: whatever somebody changes behind the ledger's back is named, and nothing else is. */
@Timeout(300)
class VerificationIT {

    @RegisterExtension
    @Order(0)
    private static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(
            POSTGRES,
            STRIPE.properties("ledger.stripe.poll-events=1h", "ledger.projections.dead-letters.retry-interval=0s"));

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static LedgerClient client;
    private static HikariDataSource connections;
    private static JdbcTemplate database;

    @BeforeAll
    static void open() {
        client = LEDGER.client();
        STRIPE.tell(client);
        connections = POSTGRES.dataSource(2);
        database = new JdbcTemplate(connections);
    }

    @AfterAll
    static void close() {
        connections.close();
    }

    @Test
    void whatIsRightIsFoundRight() {
        IntStream.range(0, 3).forEach(number -> busyAccount("right-" + number));

        JsonNode verified = verified("{\"fromAccountId\": \"right-0\", \"toAccountId\": \"right-2\"}");

        assertThat(verified.path("differences")).as(verified.toString()).isEmpty();
        assertThat(verified.path("accounts").asInt()).isEqualTo(3);
        assertThat(verified.path("events").asLong())
                .isEqualTo(database.queryForObject(
                        "select count(*) from ledger.domain_event_entry where aggregate_identifier like 'right-%'",
                        Long.class));
        assertThat(verified.path("progressPercent").asInt()).isEqualTo(100);
        assertThat(verified.path("verifiedTo").asString()).isEqualTo("right-2");
        assertThat(verified.path("requestedBy").asString()).isNotBlank();
    }

    /** Each read model's tables, one change of a row each. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            balance      | update projections.balance_account set used = used - 1, total = total - 1 where account_id = ?
            balance      | update projections.balance_account set display_name = 'Somebody' where account_id = ?
            transactions | update projections.transactions_line set amount = amount - 1 where account_id = ? and type = 2
            transactions | update projections.transactions_line set description = 'Nothing' where account_id = ? and type = 2
            transactions | delete from projections.transactions_line where account_id = ? and type = 1
            transactions | update projections.transactions_line set revision = revision + 1000 where account_id = ? and type = 2
            lots         | update projections.lots_lot set remaining = remaining - 1 where account_id = ? and remaining > 0
            lots         | delete from projections.lots_lot where account_id = ?
            websites     | update projections.websites_site set consumed = consumed + 1 where account_id = ?
            websites     | delete from projections.websites_hour where account_id = ?
            payments     | update projections.payments_purchase set status = 7 where account_id = ?
            payments     | delete from projections.payments_card where account_id = ?
            payments     | update projections.payments_customer set customer_reference = 'cus_other' where account_id = ?
            """)
    void aChangedReadModelIsNamedAndMended(String projection, String change) {
        String account = "row-" + Integer.toHexString(change.hashCode());
        busyAccount(account);
        assertThat(verified(only(account)).path("differences")).isEmpty();

        assertThat(database.update(change, account)).isPositive();

        JsonNode differences = verified(only(account)).path("differences");
        assertThat(differences).as("differences of " + account).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.path("accountId").asString()).isEqualTo(account);
            assertThat(difference.path("projection").asString()).isEqualTo(projection);
            assertThat(difference.path("expected")).isNotEqualTo(difference.path("actual"));
        });

        client.post("/v1/audit/repairs/" + account, null, "").is(200);
        assertThat(verified(only(account)).path("differences")).isEmpty();
    }

    /** The history itself: each change is named at the revision where it is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an amount         | 2 | update ledger.domain_event_entry set payload = replace(payload, '"amount":42', '"amount":43') where aggregate_identifier = ? and sequence_number = 2
            a description     | 2 | update ledger.domain_event_entry set payload = replace(payload, 'Generation', 'Something') where aggregate_identifier = ? and sequence_number = 2
            no JSON           | 2 | update ledger.domain_event_entry set payload = 'x' where aggregate_identifier = ? and sequence_number = 2
            an unknown kind   | 2 | update ledger.domain_event_entry set payload_type = 'CreditsConjured' where aggregate_identifier = ? and sequence_number = 2
            one fact is gone  | 2 | delete from ledger.domain_event_entry where aggregate_identifier = ? and sequence_number = 2
            the last are gone | 4 | delete from ledger.domain_event_entry where aggregate_identifier = ? and sequence_number >= 4
            two changed place | 2 | update ledger.domain_event_entry as one set payload = other.payload from ledger.domain_event_entry as other where one.aggregate_identifier = ? and other.aggregate_identifier = one.aggregate_identifier and one.sequence_number in (2, 3) and other.sequence_number = 5 - one.sequence_number
            """)
    void aChangedFactIsNamed(String what, long revision, String change) {
        String account = "fact-" + what.replace(' ', '-');
        simpleAccount(account);
        assertThat(verified(only(account)).path("differences")).isEmpty();

        assertThat(behindItsBack(change, account)).isPositive();

        JsonNode differences = verified(only(account)).path("differences");
        assertThat(differences).as(what).anySatisfy(difference -> {
            assertThat(difference.path("accountId").asString()).isEqualTo(account);
            assertThat(difference.path("revision").asLong()).isEqualTo(revision);
        });
        restore(account);
    }

    private static int behindItsBack(String change, String account) {
        database.execute("alter table ledger.domain_event_entry disable trigger append_only");
        try {
            database.update(
                    "create table if not exists public.kept as select * from ledger.domain_event_entry limit 0");
            database.update("delete from public.kept");
            database.update(
                    "insert into public.kept select * from ledger.domain_event_entry where aggregate_identifier = ?",
                    account);
            return database.update(change, account);
        } finally {
            database.execute("alter table ledger.domain_event_entry enable trigger append_only");
        }
    }

    /** So that the accounts of other tests verify. */
    private static void restore(String account) {
        database.execute("alter table ledger.domain_event_entry disable trigger append_only");
        database.update("delete from ledger.domain_event_entry where aggregate_identifier = ?", account);
        database.update("insert into ledger.domain_event_entry select * from public.kept");
        database.execute("alter table ledger.domain_event_entry enable trigger append_only");
    }

    @Test
    void anAccountThatIsSetAsideIsNamedAsBehind() {
        String account = "behind";
        simpleAccount(account);
        assertThat(verified(only(account)).path("differences")).isEmpty();
        assertThat(database.update("delete from projections.websites_progress where account_id = ?", account))
                .isEqualTo(1);
        consume(account, "later");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.get("/v1/audit/dead-letters").body().contains("\"accountId\":\"" + account + "\""));

        JsonNode differences = verified(only(account)).path("differences");
        assertThat(differences).anySatisfy(difference -> {
            assertThat(difference.path("projection").asString()).isEqualTo("websites");
            assertThat(difference.path("subject").asString()).isEqualTo("the revision that it shows");
        });
        assertThat(client.post("/v1/audit/dead-letters/websites/" + account + "/retry", null, "")
                        .is(200)
                        .body())
                .contains("false");

        client.post("/v1/audit/repairs/" + account, null, "").is(200);
        assertThat(client.get("/v1/audit/dead-letters").body()).doesNotContain("\"" + account + "\"");
        assertThat(verified(only(account)).path("differences")).isEmpty();
    }

    @Test
    void nothingFalseIsFoundWhileFactsComeIn() throws InterruptedException {
        List<String> accounts =
                IntStream.range(0, 5).mapToObj(number -> "live-" + number).toList();
        accounts.forEach(VerificationIT::simpleAccount);
        AtomicBoolean done = new AtomicBoolean();
        Thread platform = Thread.ofVirtual().start(() -> {
            for (int number = 0; !done.get(); number++) {
                consume(accounts.get(number % accounts.size()), "live-" + number);
            }
        });
        try {
            for (int round = 0; round < 5; round++) {
                JsonNode verified = verified("{\"fromAccountId\": \"live-0\", \"toAccountId\": \"live-4\"}");
                assertThat(verified.path("differences")).as(verified.toString()).isEmpty();
                client.post("/v1/audit/repairs/live-" + round, null, "").is(200);
            }
        } finally {
            done.set(true);
            platform.join();
        }
    }

    @Test
    void nothingFalseIsFoundWhileReadModelsAreRebuiltBesideIt() throws InterruptedException {
        List<String> accounts =
                IntStream.range(0, 5).mapToObj(number -> "anew-" + number).toList();
        accounts.forEach(VerificationIT::simpleAccount);
        AtomicBoolean done = new AtomicBoolean();
        Thread platform = Thread.ofVirtual().start(() -> {
            for (int number = 0; !done.get(); number++) {
                consume(accounts.get(number % accounts.size()), "anew-" + number);
            }
        });
        try {
            String[] rebuilds = {"{}", "{\"projection\": \"transactions\"}", "{\"accountId\": \"anew-1\"}"};
            for (String rebuild : rebuilds) {
                String id =
                        client.post("/v1/audit/rebuilds", null, rebuild).is(201).text("/rebuildId");
                JsonNode verified = verified("{\"fromAccountId\": \"anew-0\", \"toAccountId\": \"anew-4\"}");
                assertThat(verified.path("differences")).as(verified.toString()).isEmpty();
                JsonNode rebuilt = awaitEnd("/v1/audit/rebuilds/" + id);
                assertThat(rebuilt.path("state").asString())
                        .as(rebuilt.toString())
                        .isEqualTo("switched");
                assertThat(rebuilt.path("progressPercent").asInt()).isEqualTo(100);
                assertThat(rebuilt.path("requestedBy").asString()).isNotBlank();
            }
        } finally {
            done.set(true);
            platform.join();
        }
        assertThat(verified("{\"fromAccountId\": \"anew-0\", \"toAccountId\": \"anew-4\"}")
                        .path("differences"))
                .isEmpty();
        assertThat(client.get("/v1/audit/rebuilds?limit=1").text("/items/0/accountId"))
                .isEqualTo("anew-1");
    }

    @Test
    void refusesRebuildsThatMakeNoSense() {
        client.post("/v1/audit/rebuilds", null, "{\"projection\": \"moods\"}").isProblem(400, "invalid-request");
        client.post("/v1/audit/rebuilds", null, "{\"accountId\": \"a b\"}").isProblem(400, "invalid-request");
        client.post("/v1/audit/rebuilds", null, "{\"accountId\": \"nobody\"}").isProblem(404, "account-not-found");
        client.get("/v1/audit/rebuilds/reb_none").isProblem(404, "not-found");
        client.post("/v1/audit/rebuilds/reb_none/stop", null, "").isProblem(404, "not-found");
    }

    @Test
    void stopsAndGoesOnWhereItWas() {
        IntStream.range(0, 4).forEach(number -> simpleAccount("slow-" + number));
        Answer started =
                start("{\"fromAccountId\": \"slow-0\", \"toAccountId\": \"slow-3\", \"maxEventsPerSecond\": 5}");
        String id = started.text("/verificationId");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.post("/v1/audit/verifications/" + id + "/stop", null, "")
                                .status()
                        == 200);
        assertThat(client.get("/v1/audit/verifications/" + id).text("/state")).isEqualTo("stopped");
        client.post("/v1/audit/verifications/" + id + "/stop", null, "").isProblem(409, "conflict");

        assertThat(client.post("/v1/audit/verifications/" + id + "/resumption", null, "")
                        .is(200)
                        .text("/state"))
                .isEqualTo("running");
        JsonNode verified = awaitEnd("/v1/audit/verifications/" + id);
        assertThat(verified.path("state").asString()).isEqualTo("completed");
        assertThat(verified.path("accounts").asInt()).isEqualTo(4);
        client.post("/v1/audit/verifications/" + id + "/resumption", null, "").isProblem(409, "conflict");
        assertThat(client.get("/v1/audit/verifications?limit=1").text("/items/0/verificationId"))
                .isNotBlank();
    }

    @Test
    void refusesWhatMakesNoSense() {
        client.post("/v1/audit/verifications", null, "{\"accountId\": \"a b\"}").isProblem(400, "invalid-request");
        client.post("/v1/audit/verifications", null, "{\"accountId\": \"a\", \"toAccountId\": \"b\"}")
                .isProblem(400, "invalid-request");
        client.post("/v1/audit/verifications", null, "{\"maxEventsPerSecond\": 0}")
                .isProblem(400, "invalid-request");
        client.get("/v1/audit/verifications/ver_none").isProblem(404, "not-found");
        client.post("/v1/audit/repairs/nobody", null, "").isProblem(404, "account-not-found");
        client.post("/v1/audit/dead-letters/moods/nobody/retry", null, "").isProblem(404, "not-found");
    }

    @Test
    void saysWhereEachReadModelIs() {
        JsonNode readModels = client.get("/v1/audit/projections").is(200).json().path("items");
        assertThat(readModels.valueStream().map(model -> model.path("projection")
                        .asString()))
                .contains("balance", "lots", "payments", "transactions", "websites");
        assertThat(readModels).allMatch(model -> model.path("running").asBoolean());
    }

    private static String only(String account) {
        return "{\"accountId\": \"" + account + "\"}";
    }

    private static JsonNode verified(String request) {
        JsonNode verified = awaitEnd("/v1/audit/verifications/" + start(request).text("/verificationId"));
        assertThat(verified.path("state").asString()).as(verified.toString()).isEqualTo("completed");
        return verified;
    }

    private static Answer start(String request) {
        return client.post("/v1/audit/verifications", null, request).is(201);
    }

    private static JsonNode awaitEnd(String path) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> client.get(path).is(200).json(),
                        work -> !work.path("state").asString().equals("running"));
    }

    /** Something in every read model. */
    private static void busyAccount(String account) {
        Shopper shopper = Shopper.opening(account, client, STRIPE);
        shopper.buyWith("bought", Shopper.SMALL, shopper.saveCard("pm_card_visa"))
                .is(201);
        grant(account);
        Answer consumed = consume(account, "first");
        consume(account, "second");
        client.post(
                        "/v1/accounts/" + account + "/consumptions/" + consumed.text("/consumptionId") + "/reversal",
                        "back",
                        "{\"amount\": 7, \"reason\": \"It failed\"}")
                .is(201);
    }

    /** Revision 0 opens it, 1 grants, 2 to 5 spend. */
    private static void simpleAccount(String account) {
        client.put("/v1/accounts/" + account, "{\"displayName\": \"Acme\"}").is(201);
        grant(account);
        IntStream.range(0, 4).forEach(number -> consume(account, "c" + number));
    }

    private static void grant(String account) {
        client.post(
                        "/v1/accounts/" + account + "/grants",
                        "granted",
                        "{\"amount\": 1000000, \"source\": \"plan\", \"description\": \"Plan\"}")
                .is(201);
    }

    private static Answer consume(String account, String key) {
        return client.post(
                        "/v1/accounts/" + account + "/consumptions",
                        key,
                        "{\"amount\": 42, \"description\": \"Generation " + key
                                + "\", \"website\": {\"id\": \"site\", \"name\": \"Site\"}}")
                .is(201);
    }
}

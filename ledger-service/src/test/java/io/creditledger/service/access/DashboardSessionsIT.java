package io.creditledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.StripeForTests;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A customer's way to the dashboard, from the outside. */
@Timeout(120)
class DashboardSessionsIT {

    private static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties("ledger.stripe.poll-events=1h"));

    private static LedgerClient ledger;

    @BeforeAll
    static void open() {
        ledger = LEDGER.client();
        STRIPE.tell(ledger);
    }

    private static Answer opened(String account) {
        ledger.put("/v1/accounts/" + account, "{}");
        return ledger.post(sessionsOf(account), null, "{}").is(201);
    }

    private static String sessionsOf(String account) {
        return "/v1/accounts/" + account + "/dashboard-sessions";
    }

    private static Answer balance(String token, String account) {
        return ledger.send(ledger.as(token, "/v1/accounts/" + account + "/balance"));
    }

    @Test
    void isForOneAccountAndForAShortTime() {
        opened("neighbour");
        Answer opened = opened("anna");
        String token = opened.text("/token");

        balance(token, "anna").is(200);
        balance(token, "neighbour").isProblem(404, "account-not-found");
        assertThat(Instant.parse(opened.text("/expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(59)),
                        Instant.now().plus(Duration.ofMinutes(61)));
        assertThat(opened.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    void linksToThePageWithTheTokenWhereNoServerSeesIt() {
        Answer opened = opened("linked");

        assertThat(opened.text("/url"))
                .isEqualTo("http://localhost:" + ledger.port() + "/#token=" + opened.text("/token"));
    }

    @Test
    void buysForItsAccountAndFactsSayByWhom() {
        Answer opened = opened("buyer");
        ledger.send(ledger.as(opened.text("/token"), "/v1/accounts/buyer/purchases")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "p")
                        .POST(BodyPublishers.ofString("{\"packageId\": \"credits-10000\"}")))
                .is(201);

        JsonNode facts = ledger.get("/v1/accounts/buyer/events").json().at("/items");
        JsonNode started = facts.valueStream()
                .filter(fact -> fact.at("/type").asString().equals("PurchaseStarted"))
                .findFirst()
                .orElseThrow();
        assertThat(started.at("/metadata/actor").asString()).isEqualTo("session:" + opened.text("/sessionId"));
        // What the payment provider said afterwards nobody asked for.
        assertThat(facts.valueStream()
                        .filter(fact -> fact.at("/type").asString().startsWith("Payment"))
                        .map(fact -> fact.at("/metadata/actor").isMissingNode()))
                .isNotEmpty()
                .containsOnly(true);
    }

    @Test
    void endsAtOnceWhenItIsRevoked() {
        Answer opened = opened("revoked");
        String token = opened.text("/token");
        String address = sessionsOf("revoked") + "/" + opened.text("/sessionId");
        balance(token, "revoked").is(200);

        // By an address of another account it can't be reached.
        ledger.put("/v1/accounts/somebody", "{}");
        ledger.send(ledger.request(sessionsOf("somebody") + "/" + opened.text("/sessionId"))
                        .DELETE())
                .isProblem(404, "not-found");
        balance(token, "revoked").is(200);

        ledger.send(ledger.request(address).DELETE()).is(204);
        balance(token, "revoked").isProblem(401, "unauthenticated");
        ledger.send(ledger.request(address).DELETE()).is(204);
        assertThat(ledger.get(sessionsOf("revoked")).json().at("/items").isEmpty())
                .isTrue();
    }

    @Test
    void endsWhenItsTimeIsOver() {
        Answer opened = opened("late");
        JdbcClient database = JdbcClient.create(POSTGRES.dataSource(1));
        database.sql("update access.dashboard_session set expires_at = now() where session_id = ?")
                .param(opened.text("/sessionId"))
                .update();

        balance(opened.text("/token"), "late").isProblem(401, "unauthenticated");
    }

    @Test
    void keepsNothingOfATokenButItsHash() {
        String token = opened("hashed").text("/token");
        List<String> stored = JdbcClient.create(POSTGRES.dataSource(1))
                .sql("select s::text from access.dashboard_session s")
                .query(String.class)
                .list();

        assertThat(token).matches("cls_[A-Za-z0-9_-]{43}");
        assertThat(String.join("\n", stored)).contains("hashed").doesNotContain(token.substring("cls_".length()));
        assertThat(ledger.get(sessionsOf("hashed")).body()).doesNotContain(token);
    }

    @Test
    void oneMoreThanAnAccountMayHaveEndsTheOldest() {
        String oldest = opened("many").text("/token");
        for (int i = 1; i < DashboardSessions.MAX_PER_ACCOUNT; i++) {
            opened("many");
        }
        balance(oldest, "many").is(200);
        String newest = opened("many").text("/token");

        // Known for two seconds at most from the look before.
        await().until(() -> balance(oldest, "many").status() == 401);
        balance(newest, "many").is(200);
        assertThat(ledger.get(sessionsOf("many")).json().at("/items").size())
                .isEqualTo(DashboardSessions.MAX_PER_ACCOUNT);
    }

    @Test
    void isNotOpenedForAnAccountThatIsNotThereNorForLongerThanADay() {
        ledger.post(sessionsOf("nobody"), null, "{}").isProblem(404, "account-not-found");
        opened("patient");
        assertThat(ledger.post(sessionsOf("patient"), null, "{\"expiresInSeconds\": 86401}")
                        .isProblem(400, "invalid-request")
                        .badFields())
                .containsExactly("expiresInSeconds");
    }
}

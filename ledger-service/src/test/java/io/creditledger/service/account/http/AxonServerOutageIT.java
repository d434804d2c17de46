package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.service.platform.axonserver.StandInAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of requests while Axon Server is away, slow, or gone before it answers. */
@Timeout(60)
class AxonServerOutageIT {

    private static final StandInAxonServer SERVER = new StandInAxonServer().start();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(
            POSTGRES,
            "ledger.axon-server=" + SERVER.address(),
            "axon.axonserver.reconnect-interval=200",
            "ledger.automation.due-lots-every=1h");

    private static LedgerClient client;

    @BeforeAll
    static void connect() {
        client = LEDGER.client();
    }

    @AfterAll
    static void close() {
        LEDGER.stop();
        SERVER.close();
    }

    @Test
    void refusesClearlyWhileAxonServerIsAwayAndGoesOnByItself() {
        open("away");
        SERVER.stop();
        int stored = SERVER.size();

        consume("away", "k", 10).isProblem(503, "unavailable");
        client.get("/v1/accounts/away/balance").isProblem(503, "unavailable");
        assertThat(ready()).isEqualTo(503);
        assertThat(SERVER.size()).isEqualTo(stored);

        SERVER.start();
        Answer answer = await().atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> consume("away", "k", 10), again -> again.status() == 201);
        assertThat(answer.number("/balance/available")).isEqualTo(90);
        await().atMost(PATIENCE).until(() -> ready() == 200);
        Answer shown = await().atMost(PATIENCE)
                .until(
                        () -> client.get("/v1/accounts/away/balance?minRevision=" + answer.number("/revision")),
                        balance -> balance.status() == 200);
        assertThat(shown.number("/available")).isEqualTo(90);
    }

    @Test
    void tellsThatItDoesNotKnowWhenTheConfirmationWasLostAndTakesEffectOnce() {
        open("lost");
        SERVER.loseNextConfirmation();

        consume("lost", "k", 10).isProblem(503, "unavailable");

        Answer repeated = consume("lost", "k", 10).is(201);
        assertThat(repeated.isReplayed()).isTrue();
        assertThat(repeated.number("/balance/available")).isEqualTo(90);
        assertThat(consume("lost", "next", 1).is(201).number("/balance/available"))
                .isEqualTo(89);
    }

    @Test
    void answersNothingBeforeItIsStored() {
        open("held");
        SERVER.holdAppends();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> consume("held", "k", 10));
        await().atMost(PATIENCE).until(() -> SERVER.held() == 1);
        int stored = SERVER.size();
        assertThat(answer).isNotDone();

        SERVER.letAppendsGoOn();

        assertThat(answer.join().is(201).number("/balance/available")).isEqualTo(90);
        assertThat(SERVER.size()).isGreaterThan(stored);
    }

    private static int ready() {
        return client.get("/actuator/health/readiness").status();
    }

    private static void open(String account) {
        client.put("/v1/accounts/" + account, "{}").is(201);
        client.post(
                        "/v1/accounts/" + account + "/grants",
                        "g",
                        "{\"amount\":100,\"source\":\"promotional\",\"description\":\"Welcome\"}")
                .is(201);
    }

    private static Answer consume(String account, String key, long amount) {
        return client.post(
                "/v1/accounts/" + account + "/consumptions",
                key,
                "{\"amount\":%d,\"description\":\"Website generation\"}".formatted(amount));
    }
}

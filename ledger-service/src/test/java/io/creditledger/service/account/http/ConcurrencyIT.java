package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.platform.postgres.PostgresForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many at once: never overspent, and one effect for one key. */
class ConcurrencyIT {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES);

    @Test
    void sixtyFourClientsSpendNoMoreThanThereIs() throws Exception {
        LedgerClient client = accountWith("crowd", 100);

        List<Answer> answers = atOnce(64, number -> spend(client, "crowd", "k" + number, 7));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(14);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.isProblem(402, "insufficient-credits"));
        Answer balance = client.get("/v1/accounts/crowd/balance?minRevision=15").is(200);
        assertThat(balance.number("/available")).isEqualTo(2);
        assertThat(balance.number("/revision")).isEqualTo(15);
    }

    @Test
    void oneKeyHasOneEffectAndOneAnswer() throws Exception {
        LedgerClient client = accountWith("twins", 100);

        List<Answer> answers = atOnce(50, _ -> spend(client, "twins", "same", 7));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers).filteredOn(answer -> !answer.isReplayed()).hasSize(1);
        assertThat(client.get("/v1/accounts/twins/balance?minRevision=2").number("/available"))
                .isEqualTo(93);
    }

    @Test
    void oneKeyHasOneRefusal() throws Exception {
        LedgerClient client = accountWith("paupers", 5);

        List<Answer> answers = atOnce(50, _ -> spend(client, "paupers", "same", 7));

        assertThat(answers).extracting(Answer::status).containsOnly(402);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers).filteredOn(answer -> !answer.isReplayed()).hasSize(1);
    }

    private static LedgerClient accountWith(String account, long credits) {
        LedgerClient client = LEDGER.client();
        client.put("/v1/accounts/" + account, "{}").is(201);
        client.post(
                        "/v1/accounts/" + account + "/grants",
                        "grant",
                        "{\"amount\":%d,\"source\":\"promotional\",\"description\":\"d\"}".formatted(credits))
                .is(201);
        return client;
    }

    private static Answer spend(LedgerClient client, String account, String key, long amount) {
        return client.post(
                "/v1/accounts/" + account + "/consumptions",
                key,
                "{\"amount\":%d,\"description\":\"d\"}".formatted(amount));
    }

    /** All are ready before any begins. */
    private static List<Answer> atOnce(int clients, IntFunction<Answer> request) throws Exception {
        CountDownLatch ready = new CountDownLatch(clients);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                answers.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(number);
                }));
            }
            List<Answer> all = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}

package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** SIGTERM, as Ctrl-C and every process manager send it. */
class GracefulStopIT {

    private static final List<String> ACCOUNTS = List.of("stop:0", "stop:1", "stop:2", "stop:3");
    private static final int CLIENTS = 16;
    private static final long PLENTY = 1_000_000_000L;

    @Test
    void stopsCleanlyUnderLoadAndKeepsEveryAcknowledgement() throws Exception {
        try (LedgerProcess ledger = LedgerProcess.in("stop")) {
            ledger.start();
            for (String account : ACCOUNTS) {
                ledger.client().open(account, PLENTY);
            }
            try (Load load = Load.start(ledger.client(), ACCOUNTS, ledger.folder(), CLIENTS, 1)) {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> load.recorded() > 500);
                assertThat(ledger.terminate())
                        .as("it ends by itself; its log: %s", ledger.log())
                        .isTrue();
                assertThat(ledger.postgres()).as("its PostgreSQL").isEmpty();
                load.stop();
                assertThat(load.unexpected()).isEmpty();
            }
            onlyACopyIsLeftOf(ledger.folder().resolve("data"));
            ledger.start();
            new Audit(ledger.client(), ACCOUNTS, Journal.read(ledger.folder())).everything();
        }
    }

    /** The backup of an embedded PostgreSQL that docs/operating.md describes: what is copied while nothing runs is all there is. */
    private static void onlyACopyIsLeftOf(Path data) throws Exception {
        Path copy = data.resolveSibling("copy");
        assertThat(new ProcessBuilder("cp", "-a", data.toString(), copy.toString())
                        .start()
                        .waitFor())
                .isZero();
        LedgerProcess.delete(data);
        LedgerProcess.delete(copy.resolve("postgres-binaries"));
        Files.move(copy, data);
    }

    /** So long a balancer has to see that it is not ready, and to send requests elsewhere. */
    @Test
    void answersWhileItDrainsAndSaysThatItIsNotReady() throws Exception {
        try (LedgerProcess ledger = LedgerProcess.in("drain").with("LEDGER_DRAIN_TIME", "6s")) {
            ledger.start();
            LedgerClient client = ledger.client();
            client.open("drain:0", PLENTY);
            try (Stream<String> news = client.news("drain:0")) {
                CompletableFuture<Boolean> end = CompletableFuture.supplyAsync(ledger::terminate);
                Awaitility.await("it says that it is not ready")
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> client.get("/actuator/health/readiness").status() == 503);

                assertThat(client.get("/actuator/health/liveness").status()).isEqualTo(200);
                LedgerClient.Answer consumed = client.consume(new Consumption("drain:0", "while-it-drains", 7, "site"));
                assertThat(consumed.status()).as(consumed.body()).isEqualTo(201);
                long current = PLENTY - 7;
                assertThat(news.anyMatch(said -> said.contains("" + current)))
                        .as("a stream that was there before says so")
                        .isTrue();
                assertThat(end.get(1, TimeUnit.MINUTES)).as("it ends by itself").isTrue();
            }
        }
    }

    @Test
    void printsItsAddressAndOnceAKeyThatOpensIt() throws Exception {
        try (LedgerProcess ledger = LedgerProcess.in("key").without("LEDGER_API_KEY")) {
            ledger.start();
            assertThat(ledger.logged()).containsPattern("http://(localhost|127\\.0\\.0\\.1):" + ledger.port());
            String key = ledger.logged()
                    .lines()
                    .filter(line -> line.contains("API key"))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .findFirst()
                    .orElseThrow();
            assertThat(new LedgerClient(ledger.port(), key).get("/v1/accounts").status())
                    .isEqualTo(200);
            assertThat(new LedgerClient(ledger.port(), key + "x")
                            .get("/v1/accounts")
                            .status())
                    .isEqualTo(401);

            assertThat(ledger.terminate()).isTrue();
            ledger.start();
            assertThat(ledger.logged().split(key, -1)).as("shown once").hasSize(2);
            assertThat(new LedgerClient(ledger.port(), key).get("/v1/accounts").status())
                    .isEqualTo(200);
        }
    }
}

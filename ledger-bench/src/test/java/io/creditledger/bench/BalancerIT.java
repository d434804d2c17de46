package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two processes with all of the work behind one address, as deploy/haproxy puts them there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BalancerIT {

    private static final int ACCOUNTS = 24;
    private static final int ROUNDS = 4;
    private static final int CLIENTS = 8;
    private static final long PLENTY = 1_000_000_000L;
    private static final long SEED = 11;
    private static final int MORE = 300;
    /** Well over the two seconds in which the balancer sees that one is not ready. */
    private static final String DRAIN_TIME = "8s";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static SharedPostgres postgres;
    private static LedgerProcess north;
    private static LedgerProcess south;
    private static Balancer balancer;

    @BeforeAll
    static void start() throws IOException {
        postgres = SharedPostgres.start(
                LedgerProcess.emptyFolder("balancer-postgres").resolve("cluster"), 0);
        north = process("balancer-north");
        south = process("balancer-south");
        north.launch();
        south.launch();
        north.awaitReady();
        south.awaitReady();
        balancer = Balancer.start(LedgerProcess.emptyFolder("balancer"), north.port(), south.port());
        awaitOpen(balancer);
    }

    private static LedgerProcess process(String name) throws IOException {
        return postgres.usedBy(LedgerProcess.in(name)).withHeap("320m").with("LEDGER_DRAIN_TIME", DRAIN_TIME);
    }

    private static void awaitOpen(Balancer balancer) {
        Awaitility.await("the balancer answers")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> balancer.client().get("/v1/packages").status() == 200);
    }

    @AfterAll
    static void stop() throws IOException {
        balancer.close();
        north.close();
        south.close();
        postgres.close();
    }

    /** Each of the two has a part of the accounts, and neither ever has to read on what the other stored. */
    @Test
    @Order(1)
    void sendsAllAboutAnAccountToOneProcess() throws IOException {
        List<String> accounts = opened(number -> "balanced:" + number);
        for (int round = 0; round < ROUNDS; round++) {
            for (String account : accounts) {
                LedgerClient.Answer answer =
                        balancer.client().consume(new Consumption(account, "round-" + round, 7, "site"));
                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            }
        }

        assertThat(recorded(north)).isPositive();
        assertThat(recorded(south)).isPositive();
        assertThat(recorded(north) + recorded(south)).isEqualTo(ACCOUNTS * ROUNDS);
        for (LedgerProcess process : List.of(north, south)) {
            assertThat(process.meter("ledger_accounts_read_on_accounts_total").orElseThrow())
                    .as("accounts that were read on")
                    .isZero();
            assertThat(process.meter("ledger_append_conflicts_appends_total{kind=\"sequence\"}")
                            .orElseThrow())
                    .as("decisions that another was faster with")
                    .isZero();
        }
    }

    /** However an account's name is written, it is the same account. */
    @Test
    @Order(2)
    void knowsAnAccountByItsName() throws IOException {
        List<String> plain = opened(number -> "written-" + number);
        double before = recorded(north);
        consumeOnce(plain, "plain");
        double ofPlain = recorded(north) - before;
        consumeOnce(accounts(number -> "written%2D" + number), "escaped");

        assertThat(recorded(north) - before - ofPlain).isEqualTo(ofPlain);
    }

    private static void consumeOnce(List<String> accounts, String key) throws IOException {
        for (String account : accounts) {
            LedgerClient.Answer answer = balancer.client().consume(new Consumption(account, key, 3, "site"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
    }

    @Test
    @Order(2)
    void passesAStreamOn() throws Exception {
        balancer.client().open("balanced:stream", PLENTY);
        try (Stream<String> news = balancer.client().news("balanced:stream")) {
            balancer.client().consume(new Consumption("balanced:stream", "for-the-stream", 17, "site"));
            long current = PLENTY - 17;
            assertThat(news.anyMatch(said -> said.contains("" + current)))
                    .as("news of what was spent")
                    .isTrue();
        }
    }

    @Test
    @Order(2)
    void keepsWhatIsForOperatorsToEachProcess() throws IOException {
        for (String path :
                List.of("/actuator/prometheus", "/actuator/health/readiness", "/actuator", "/%61ctuator/health")) {
            LedgerClient.Answer answer = balancer.client().get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.json().path("type").asString()).isEqualTo("https://creditledger.io/problems/not-found");
        }
    }

    /** What processes are told of whoever asks is what the balancer saw, whatever was sent. */
    @Test
    @Order(2)
    void tellsWhoAsksAndPassesNoForgeriesOn() throws Exception {
        HttpServer echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.createContext("/", BalancerIT::answerWithHeaders);
        echo.start();
        int port = echo.getAddress().getPort();
        try (Balancer before = Balancer.start(LedgerProcess.emptyFolder("balancer-echo"), port, port)) {
            awaitOpen(before);
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + before.port() + "/v1/accounts/bella"))
                    .header("X-Forwarded-For", "203.0.113.9")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "bank.example")
                    .header("X-Forwarded-Port", "443")
                    .header("Forwarded", "for=203.0.113.9;host=bank.example;proto=https")
                    .build();
            String arrived = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(arrived.lines().filter(header -> header.contains("forwarded")))
                    .containsExactlyInAnyOrder("x-forwarded-for: 127.0.0.1", "x-forwarded-proto: http");
            assertThat(arrived).doesNotContain("bank.example", "203.0.113.9");
        } finally {
            echo.stop(0);
        }
    }

    private static void answerWithHeaders(HttpExchange exchange) throws IOException {
        StringBuilder headers = new StringBuilder();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> headers.append(name.toLowerCase(java.util.Locale.ROOT))
                                .append(": ")
                                .append(value)
                                .append('\n')));
        byte[] body = headers.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Each is stopped and started again under load, and no client gets anything but its answer. */
    @Test
    @Order(3)
    void nobodyNoticesWhenOneIsStopped() throws Exception {
        List<String> accounts = opened(number -> "unnoticed:" + number);
        Path folder = LedgerProcess.emptyFolder("balancer-unnoticed");
        try (Load load = Load.start(balancer.client(), accounts, folder, CLIENTS, SEED)) {
            for (LedgerProcess process : List.of(north, south)) {
                load.awaitMore(MORE);
                assertThat(process.terminate()).as("it ends by itself").isTrue();
                load.awaitMore(MORE);
                process.start();
                awaitReadyForTheBalancer(process);
            }
            load.stop();
            assertThat(load.turnedAway()).as("answers that it is not available").isZero();
            assertThat(load.cut()).as("requests without an answer").isEmpty();
            assertThat(load.unexpected()).isEmpty();
        }
        new Audit(balancer.client(), accounts, Journal.read(folder)).everything();
    }

    /** It is asked again, once the balancer knows that it is back. */
    private static void awaitReadyForTheBalancer(LedgerProcess process) {
        double before = recorded(process);
        Awaitility.await("it is sent requests: " + balancer.logged())
                .atMost(PATIENCE)
                .until(() -> recorded(process) > before);
    }

    @Test
    @Order(4)
    void goesOnWithTheOtherWhenOneDies() throws Exception {
        List<String> accounts = opened(number -> "mourning:" + number);
        Path folder = LedgerProcess.emptyFolder("balancer-load");
        try (Load load = Load.start(balancer.client(), accounts, folder, CLIENTS, SEED)) {
            load.awaitMore(MORE);
            north.kill();
            load.awaitMore(MORE);
            north.start();
            load.awaitMore(MORE);
            south.kill();
            load.awaitMore(MORE);
            load.stop();
            assertThat(load.unexpected()).isEmpty();
        }
        south.start();
        new Audit(balancer.client(), accounts, Journal.read(folder)).everything();
    }

    @Test
    @Order(5)
    void saysThatNobodyIsReady() throws IOException {
        north.kill();
        south.kill();
        Awaitility.await("it sees that both are gone: " + balancer.logged())
                .atMost(PATIENCE)
                .until(() -> balancer.client().get("/v1/accounts/bella").status() == 503);

        LedgerClient.Answer answer = balancer.client().get("/v1/accounts/bella");

        assertThat(answer.isUnavailable()).isTrue();
        assertThat(answer.json().path("type").asString()).isEqualTo("https://creditledger.io/problems/unavailable");
        assertThat(answer.json().path("title").asString()).isEqualTo("The service can't answer at the moment");
        assertThat(answer.json().path("status").asInt()).isEqualTo(503);
    }

    private static List<String> opened(IntFunction<String> name) throws IOException {
        List<String> accounts = accounts(name);
        for (String account : accounts) {
            balancer.client().open(account, PLENTY);
        }
        return accounts;
    }

    private static List<String> accounts(IntFunction<String> name) {
        return IntStream.range(0, ACCOUNTS).mapToObj(name).toList();
    }

    /** How many consumptions a process has recorded. */
    private static double recorded(LedgerProcess process) {
        return process.meters("ledger_commands_seconds_count{command=\"ConsumeCredits\"")
                .filter(line -> line.contains("outcome=\"recorded\""))
                .mapToDouble(LedgerProcess::value)
                .sum();
    }
}

package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several processes on one PostgreSQL, each with a part of the work: two that answer requests, two that make read models, one of them both. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

    private static final Logger log = LoggerFactory.getLogger(NodesIT.class);

    private static final List<String> ACCOUNTS = List.of("nodes:0", "nodes:1", "nodes:2", "nodes:3", "nodes:4");
    private static final int CLIENTS = 8;
    private static final long PLENTY = 1_000_000_000L;
    private static final long SEED = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MORE = 300;

    /** One moment may be a harmless one; so many hardly are. */
    private static final int STOPS = 30;

    private static final int SOME = 100;

    /** So many that both always have something to store, and wait for processors while they do. */
    private static final int MANY_CLIENTS = 32;

    private static SharedPostgres postgres;
    private static LedgerProcess north;
    private static LedgerProcess south;
    private static LedgerProcess reader;

    @BeforeAll
    static void start() throws IOException {
        postgres =
                SharedPostgres.start(LedgerProcess.emptyFolder("nodes-postgres").resolve("cluster"), 0);
        north = node("north", "http,commands,automation");
        south = node("south", "http,commands,projections,automation");
        reader = node("reader", "projections")
                .with("LEDGER_LOG_FORMAT", "ecs")
                .with("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_SECURITY", "debug");
        // All at once on an empty database: whoever comes first makes its tables.
        for (LedgerProcess node : nodes()) {
            node.launch();
        }
        nodes().forEach(LedgerProcess::awaitReady);
    }

    private static LedgerProcess node(String name, String roles) throws IOException {
        return postgres.usedBy(LedgerProcess.in(name))
                .with("LEDGER_ROLES", roles)
                .withHeap("320m");
    }

    private static List<LedgerProcess> nodes() {
        return List.of(north, south, reader);
    }

    @AfterAll
    static void stop() throws IOException {
        for (LedgerProcess node : nodes()) {
            node.close();
        }
        postgres.close();
    }

    @Test
    @Order(1)
    void oneProcessAnswersRequestsAndAnotherDoesNot() throws IOException {
        assertThat(north.client().get("/v1/packages").status()).isEqualTo(200);

        LedgerClient.Answer answer = reader.client().get("/v1/packages");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(reader.client().get("/").status()).isEqualTo(404);
        assertThat(reader.client().get("/actuator/prometheus").status()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void aProcessLogsJsonThatTellsWhichRequestALineIsOf() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + reader.port() + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + LedgerProcess.API_KEY)
                .header("X-Correlation-Id", "order-4711")
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("order-4711");
        // What is printed for whoever started it is no line of the log.
        List<JsonNode> lines = reader.logged()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.has("@timestamp") && line.has("message"));
        assertThat(lines)
                .anyMatch(line -> line.path("correlationId").asString("").equals("order-4711"));
        assertThat(reader.logged()).doesNotContain(LedgerProcess.API_KEY);
    }

    @Test
    @Order(2)
    void whatOneProcessStoresIsSeenInAStreamOfAnother() throws Exception {
        north.client().open("nodes:stream", PLENTY);
        try (Stream<String> news = south.client().news("nodes:stream")) {
            LedgerClient.Answer consumed =
                    north.client().consume(new Consumption("nodes:stream", "for-the-stream", 17, "site"));
            assertThat(consumed.status()).isEqualTo(201);

            long current = PLENTY - 17;
            assertThat(news.anyMatch(said -> said.contains("" + current))).isTrue();
        }
    }

    @Test
    @Order(3)
    void nothingIsLostOrDoubledWhenProcessesDieUnderLoad() throws Exception {
        for (String account : ACCOUNTS) {
            north.client().open(account, PLENTY);
        }
        LedgerClient both = new LedgerClient(List.of(north.port(), south.port()), LedgerProcess.API_KEY);
        assertThat(turns()).as("whose turn it is").hasSize(1);
        try (Load load = Load.start(both, ACCOUNTS, north.folder(), CLIENTS, SEED)) {
            load.awaitMore(MORE);
            itsReadModelsAreTakenOver();
            load.awaitMore(MORE);
            dies(turns().getFirst());
            load.awaitMore(MORE);
            load.stop();
            assertThat(load.unexpected()).isEmpty();
        }
        assertThat(turns()).as("whose turn it is").hasSize(1);
        new Audit(both, ACCOUNTS, Journal.read(north.folder())).everything();
        readModelsHoldAgainstTheFacts();
    }

    /** Of two nodes that decide about the same accounts each has stale ones again and again; it must look again, not refuse. */
    @Test
    @Order(4)
    void twoProcessesHammerOneAccount() throws Exception {
        north.client().open("nodes:hot", PLENTY);
        LedgerClient both = new LedgerClient(List.of(north.port(), south.port()), LedgerProcess.API_KEY);
        Path folder = LedgerProcess.emptyFolder("nodes-hot");
        try (Load load = Load.start(both, List.of("nodes:hot"), folder, CLIENTS, SEED)) {
            Awaitility.await().atMost(PATIENCE).until(() -> load.recorded() > MORE);
            load.stop();
            assertThat(load.unexpected()).isEmpty();
            assertThat(load.turnedAway())
                    .as("answers that the ledger is not available")
                    .isZero();
        }
        assertThat(conflicts(north) + conflicts(south))
                .as("stale accounts that were looked at again")
                .isPositive();
        new Audit(both, List.of("nodes:hot"), Journal.read(folder)).everything();
    }

    /** A machine may pause, and a process wait for a processor, at any moment: the others go on as if it were not there. */
    @Test
    @Order(5)
    void oneThatStandsStillKeepsNobodyFromStoring() throws Exception {
        List<String> northern = List.of("nodes:n0", "nodes:n1", "nodes:n2", "nodes:n3");
        List<String> southern = List.of("nodes:s0", "nodes:s1", "nodes:s2", "nodes:s3");
        for (String account : northern) {
            north.client().open(account, PLENTY);
        }
        for (String account : southern) {
            south.client().open(account, PLENTY);
        }
        Path still = LedgerProcess.emptyFolder("nodes-still");
        Path moving = LedgerProcess.emptyFolder("nodes-moving");
        try (Load ofNorth = Load.start(north.client(), northern, still, MANY_CLIENTS, SEED);
                Load ofSouth = Load.start(south.client(), southern, moving, MANY_CLIENTS, SEED)) {
            for (int stop = 0; stop < STOPS; stop++) {
                ofNorth.awaitMore(SOME);
                north.standStill();
                try {
                    ofSouth.awaitMore(SOME);
                } finally {
                    north.goOn();
                }
            }
            ofNorth.stop();
            ofSouth.stop();
            assertThat(ofSouth.turnedAway())
                    .as("answers that the ledger is not available")
                    .isZero();
            assertThat(ofSouth.cut()).as("requests without an answer").isEmpty();
            assertThat(ofSouth.unexpected()).isEmpty();
            assertThat(ofNorth.unexpected()).isEmpty();
        }
        new Audit(north.client(), northern, Journal.read(still)).everything();
        new Audit(south.client(), southern, Journal.read(moving)).everything();
    }

    /** Those of the living whose turn it is to do what only one may. */
    private static List<LedgerProcess> turns() {
        return Stream.of(north, south)
                .filter(LedgerProcess::isAlive)
                .filter(node -> node.meter("ledger_automation_turn_processes").orElse(0) == 1)
                .toList();
    }

    /** For good first, so that what it did must be done by the other; then it comes back. */
    private static void dies(LedgerProcess busy) throws IOException {
        LedgerProcess other = busy == north ? south : north;
        busy.kill();
        long killed = System.nanoTime();
        Awaitility.await("the turn passes on").atMost(PATIENCE).until(() -> turns().equals(List.of(other)));
        log.info("The turn passed on after {} ms", millisSince(killed));
        busy.start();
    }

    /**
     * Whoever of the two came first moves most parts, or all. It dies and comes back; an answer that all read models move would not do
     * meanwhile, since the dead one is counted until its claims are old.
     */
    private static void itsReadModelsAreTakenOver() throws IOException {
        long all = segments(reader) + segments(south);
        assertThat(all).as("parts of read models").isPositive();
        LedgerProcess busy = segments(reader) > 0 ? reader : south;
        LedgerProcess heir = busy == reader ? south : reader;
        busy.kill();
        long killed = System.nanoTime();
        Awaitility.await("the other moves every part").atMost(PATIENCE).until(() -> segments(heir) == all);
        log.info("{} parts of read models were taken over after {} ms", all, millisSince(killed));
        busy.start();
    }

    private static long segments(LedgerProcess node) {
        JsonNode groups = get(node, "/actuator/projections").json().path("groups");
        return StreamSupport.stream(groups.spliterator(), false)
                .mapToLong(group -> group.path("segments").size())
                .sum();
    }

    private static void readModelsHoldAgainstTheFacts() throws IOException {
        LedgerClient.Answer asked = north.client().send("POST", "/v1/audit/verifications", null, "{}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String id = asked.json().path("verificationId").asString();
        JsonNode ended = Awaitility.await("the verification ends")
                .atMost(PATIENCE)
                .until(
                        () -> get(south, "/v1/audit/verifications/" + id).json(),
                        verification -> !verification.path("state").asString().equals("running"));
        assertThat(ended.path("state").asString()).isEqualTo("completed");
        assertThat(ended.path("differenceCount").asLong()).isZero();
    }

    private static LedgerClient.Answer get(LedgerProcess node, String path) {
        try {
            return node.client().get(path);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static double conflicts(LedgerProcess node) {
        return node.meter("ledger_append_conflicts_appends_total{kind=\"sequence\"}")
                .orElse(0);
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}

package io.creditledger.service.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.audit.archive.ArchivedFact;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.Shopper;
import io.creditledger.service.purchase.StripeForTests;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A history moves from one ledger to another, whole and unchanged or not at all. */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArchiveIT {

    @RegisterExtension
    @Order(0)
    private static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final PostgresForTests EMPTY_POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(3)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties("ledger.stripe.poll-events=1h"));

    @RegisterExtension
    @Order(4)
    static final RunningLedger EMPTY = new RunningLedger(EMPTY_POSTGRES);

    private static final List<String> ACCOUNTS = List.of("busy", "new", "spent");
    private static final List<String> FILES =
            List.of("facts-000001.ndjson", "refusals-000001.ndjson", "accounts-000001.ndjson", "manifest.json");
    private static final String REFUSED = "{\"amount\": 999999, \"description\": \"Too much\"}";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Path folder;

    private static LedgerClient from;
    private static LedgerClient into;
    private static Path whole;
    private static String archive;

    @BeforeAll
    static void makeAHistoryAndExportIt(@TempDir Path temporary) throws IOException {
        folder = temporary;
        from = LEDGER.client();
        into = EMPTY.client();
        STRIPE.tell(from);
        makeAHistory();
        whole = folder.resolve("whole");
        Cli.run(from, "export", "--output", whole.toString()).is(0);
        Path oneFile = folder.resolve("whole.ndjson");
        Cli.run(from, "export", "--output", oneFile.toString()).is(0);
        archive = Files.readString(oneFile);
    }

    private static void makeAHistory() {
        Shopper shopper = Shopper.opening("busy", from, STRIPE);
        shopper.buyWith("bought", Shopper.SMALL, shopper.saveCard("pm_card_visa"))
                .is(201);
        from.put(
                        "/v1/accounts/spent",
                        "{\"displayName\": \"Zoë \\\"Quoted\\\" \\u2028 Ltd\", \"metadata\": {\"a\": 1}}")
                .is(201);
        from.put("/v1/accounts/new", "{}").is(201);
        for (String account : List.of("busy", "spent")) {
            post(account, "/grants", "plan", "{\"amount\": 1000, \"source\": \"plan\", \"description\": \"Plan\"}")
                    .is(201);
            String consumed = post(account, "/consumptions", "first", consumption(42))
                    .is(201)
                    .text("/consumptionId");
            post(account, "/consumptions", "second", consumption(7)).is(201);
            post(
                            account,
                            "/consumptions/" + consumed + "/reversal",
                            "back",
                            "{\"amount\": 2, \"reason\": \"It failed\"}")
                    .is(201);
            post(account, "/consumptions", "refused", REFUSED).isProblem(402, "insufficient-credits");
        }
    }

    private static String consumption(int amount) {
        return "{\"amount\": " + amount
                + ", \"description\": \"Generation\", \"website\": {\"id\": \"site\", \"name\": \"Site\"}}";
    }

    private static Answer post(String account, String path, String key, String body) {
        return from.post("/v1/accounts/" + account + path, key, body);
    }

    @Test
    @Order(1)
    void anArchiveIsFolderOrFileAndChecksWithoutALedger() throws IOException {
        Cli checked = Cli.run(Map.of(), "check", whole.toString(), "--json").is(0);
        long facts = stored(POSTGRES, "select count(*) from ledger.domain_event_entry");
        assertThat(checked.json().path("events").asLong()).isEqualTo(facts);
        assertThat(checked.json().path("accounts").asLong()).isEqualTo(3);
        assertThat(checked.json().path("refusals").asLong()).isEqualTo(2);
        assertThat(checked.json().path("lastPosition").asLong()).isEqualTo(facts);
        Cli.run(Map.of(), "check", folder.resolve("whole.ndjson").toString()).is(0);
        Cli.run(from, "export", "--output", whole.toString()).is(2);
        try (Stream<Path> files = Files.list(whole)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(FILES);
        }
        assertThat(folder.resolve("whole.part")).doesNotExist();
    }

    @Test
    @Order(2)
    void oneAccountIsAnArchiveToo() throws IOException {
        Path one = folder.resolve("one");
        Cli exported = Cli.run(from, "export", "--account", "spent", "--output", one.toString(), "--json")
                .is(0);
        assertThat(exported.json().path("accounts").asLong()).isEqualTo(1);
        assertThat(exported.json().path("refusals").asLong()).isEqualTo(1);
        // The hash of an account is the same, whatever was exported with it.
        String line = lines(one.resolve("accounts-000001.ndjson")).getFirst();
        assertThat(lines(whole.resolve("accounts-000001.ndjson")))
                .anyMatch(other -> other.substring(other.indexOf("\"account\":"))
                        .equals(line.substring(line.indexOf("\"account\":"))));
    }

    @Test
    @Order(3)
    void whatIsNotAsItWasExportedIsRefusedAtItsLine() throws IOException {
        String facts = "facts-000001.ndjson";
        refusedBoth("an altered byte", facts, lines -> replaced(lines, 4, "credits-10000", "credits-10001"), facts, 5);
        refusedBoth("swapped lines", facts, lines -> swapped(lines, 2, 3), facts, 3);
        refusedBoth("a line left out", facts, lines -> without(lines, 2), facts, 3);
        refusedBoth(
                "half a line",
                facts,
                ArchiveIT::halfOfTheLast,
                facts,
                lines(whole.resolve(facts)).size());
        refusedBoth(
                "an altered manifest",
                "manifest.json",
                lines -> replaced(lines, 0, "\"accounts\":3", "\"accounts\":4"),
                "manifest.json",
                1);
        refusedBoth(
                "an altered hash",
                "accounts-000001.ndjson",
                lines -> replaced(lines, 1, "\"revision\":0", "\"revision\":1"),
                "accounts-000001.ndjson",
                2);
        refusedBoth("a cut file", facts, lines -> without(lines, lines.size() - 1), "refusals-000001.ndjson", 1);
    }

    /** By the client alone, and by a ledger that is sent it all the same. */
    private static void refusedBoth(
            String what, String file, UnaryOperator<List<String>> change, String badFile, long badLine)
            throws IOException {
        Path copy = Files.createTempDirectory(folder, "changed");
        StringBuilder stream = new StringBuilder();
        for (String name : FILES) {
            List<String> lines = new ArrayList<>(lines(whole.resolve(name)));
            String text = String.join("\n", name.equals(file) ? change.apply(lines) : lines);
            text = text.endsWith("~") ? text.substring(0, text.length() - 1) : text + "\n";
            Files.writeString(copy.resolve(name), text);
            stream.append("{\"file\":\"").append(name).append("\"}\n").append(text);
        }
        for (String command : List.of("check", "import")) {
            JsonNode refused =
                    Cli.run(into, command, copy.toString(), "--json").is(1).json();
            assertThat(refused.path("file").asString()).as(what + refused).isEqualTo(badFile);
            assertThat(refused.path("line").asLong()).as(what + refused).isEqualTo(badLine);
        }
        Answer answer = send(stream.toString()).isProblem(422, "archive-refused");
        assertThat(answer.text("/file")).as(what).isEqualTo(badFile);
        assertThat(answer.number("/line")).as(what).isEqualTo(badLine);
        nothingIsKept();
    }

    @Test
    @Order(4)
    void aFileThatIsMissingIsNamed() throws IOException {
        for (String missing : List.of("facts-000001.ndjson", "refusals-000001.ndjson", "manifest.json")) {
            Path copy = Files.createTempDirectory(folder, "missing");
            for (String name : FILES) {
                if (!name.equals(missing)) {
                    Files.copy(whole.resolve(name), copy.resolve(name));
                }
            }
            assertThat(Cli.run(into, "import", copy.toString()).is(1).out())
                    .contains(missing)
                    .contains("is missing");
        }
        String cut = archive.substring(0, archive.lastIndexOf("{\"file\""));
        assertThat(send(cut).isProblem(422, "archive-refused").text("/detail")).contains("ends without a manifest");
        nothingIsKept();
    }

    /** Hashes that fit do not make a history of it. */
    @Test
    @Order(5)
    void aForgedHistoryIsRefusedAtItsLine() throws IOException {
        ForgedArchive forged = ForgedArchive.of(archive);
        forgedIsRefused(
                forged,
                3,
                "of a kind that this version does not know",
                fact -> changed(
                        fact,
                        "CreditsConjured",
                        fact.typeRevision(),
                        fact.accountId(),
                        fact.payload(),
                        fact.revision()));
        forgedIsRefused(
                forged,
                3,
                "of a kind that this version does not know",
                fact -> changed(
                        fact, "java.net.URL", fact.typeRevision(), fact.accountId(), fact.payload(), fact.revision()));
        forgedIsRefused(
                forged,
                3,
                "of revision 9",
                fact -> changed(fact, fact.type(), "9", fact.accountId(), fact.payload(), fact.revision()));
        forgedIsRefused(
                forged,
                3,
                "can't read",
                fact -> changed(fact, fact.type(), fact.typeRevision(), fact.accountId(), "{", fact.revision()));
        forgedIsRefused(
                forged,
                3,
                "another account",
                fact -> changed(fact, fact.type(), fact.typeRevision(), "other", fact.payload(), 0));
        forgedIsRefused(
                forged,
                3,
                "has to follow",
                fact -> changed(fact, fact.type(), fact.typeRevision(), fact.accountId(), fact.payload(), 77));
        String twice = forged.with(facts -> {
            ArchivedFact last = facts.stream()
                    .filter(fact -> fact.type().equals("CreditsConsumed")
                            && fact.accountId().equals("spent"))
                    .reduce((_, latest) -> latest)
                    .orElseThrow();
            long revision = facts.stream()
                    .filter(fact -> fact.accountId().equals("spent"))
                    .count();
            facts.add(changed(last, last.type(), last.typeRevision(), "spent", last.payload(), revision));
            return facts;
        });
        assertThat(send(twice).isProblem(422, "archive-refused").text("/detail"))
                .contains("an earlier fact answers");
        nothingIsKept();
    }

    private static void forgedIsRefused(
            ForgedArchive forged, int line, String reason, UnaryOperator<ArchivedFact> change) throws IOException {
        Answer refused = send(forged.with(facts -> {
                    facts.set(line - 1, change.apply(facts.get(line - 1)));
                    return facts;
                }))
                .isProblem(422, "archive-refused");
        assertThat(refused.text("/detail")).contains(reason);
        assertThat(refused.number("/line")).isEqualTo(line);
        nothingIsKept();
    }

    private static ArchivedFact changed(
            ArchivedFact fact,
            String type,
            @Nullable String typeRevision,
            String account,
            String payload,
            long revision) {
        return new ArchivedFact(
                fact.eventId(),
                account,
                revision,
                fact.aggregate(),
                type,
                typeRevision,
                fact.occurredAt(),
                payload,
                fact.metadata());
    }

    @Test
    @Order(6)
    void whatIsNoArchiveIsRefused() {
        send("").isProblem(422, "archive-refused");
        send("{}\n").isProblem(422, "archive-refused");
        send("x".repeat(3_000_000)).isProblem(422, "archive-refused");
        into.post("/v1/audit/imports", null, archive).isProblem(415, "unsupported-media-type");
        from.get("/v1/audit/export?accountId=a%20b").isProblem(400, "invalid-request");
        from.get("/v1/audit/export?accountId=nobody").isProblem(404, "account-not-found");
        nothingIsKept();
    }

    @Test
    @Order(7)
    void theOtherLedgerHasTheSameHistory() throws IOException {
        Cli.run(into, "import", whole.toString()).is(0);

        for (String account : ACCOUNTS) {
            long revision = from.get("/v1/accounts/" + account + "/events?limit=200")
                            .json()
                            .path("items")
                            .size()
                    - 1L;
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> into.get("/v1/accounts/" + account + "/balance?minRevision=" + revision)
                                    .status()
                            == 200);
            for (String path : List.of(
                    "/balance",
                    "/transactions?limit=200",
                    "/events?limit=200",
                    "/lots?all=true",
                    "/websites",
                    "/purchases")) {
                Answer there = from.get("/v1/accounts/" + account + path).is(200);
                Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                comparable(into.get("/v1/accounts/" + account + path)))
                        .as(account + path)
                        .isEqualTo(comparable(there)));
            }
        }
        Path again = folder.resolve("again");
        Cli.run(into, "export", "--output", again.toString()).is(0);
        for (String file : List.of("facts-000001.ndjson", "refusals-000001.ndjson", "accounts-000001.ndjson")) {
            assertThat(again.resolve(file)).hasSameTextualContentAs(whole.resolve(file));
        }
        Cli.run(into, "verify").is(0);
    }

    /** When it was asked is not what was answered. */
    private static String comparable(Answer answer) {
        return answer.is(200).body().replaceAll("\"asOf\":\"[^\"]*\"", "");
    }

    @Test
    @Order(8)
    void theOtherLedgerAnswersAndGoesOn() {
        Answer first = post("spent", "/consumptions", "first", consumption(42)).is(201);
        Answer again = into.post("/v1/accounts/spent/consumptions", "first", consumption(42))
                .is(201);
        assertThat(again.isReplayed()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        Answer refused =
                into.post("/v1/accounts/spent/consumptions", "refused", REFUSED).isProblem(402, "insufficient-credits");
        assertThat(refused.isReplayed()).isTrue();
        into.post("/v1/accounts/spent/consumptions", "first", consumption(43)).isProblem(422, "idempotency-key-reused");

        into.post("/v1/accounts/spent/consumptions", "another", consumption(1)).is(201);
        into.put("/v1/accounts/later", "{}").is(201);
        assertThat(stored(EMPTY_POSTGRES, "select max(global_index) - count(*) from ledger.domain_event_entry"))
                .as("positions without a gap")
                .isZero();
    }

    @Test
    @Order(9)
    void aLedgerWithAHistoryTakesNoOther() {
        long before = stored(EMPTY_POSTGRES, "select count(*) from ledger.domain_event_entry");
        Cli refused = Cli.run(into, "import", whole.toString(), "--json").is(2);
        assertThat(refused.json().path("type").asString()).endsWith("ledger-not-empty");
        assertThat(stored(EMPTY_POSTGRES, "select count(*) from ledger.domain_event_entry"))
                .isEqualTo(before);
    }

    @Test
    @Order(10)
    void bothLeaveATrace() {
        String seen = from.get("/v1/audit/accesses?accountId=spent").body()
                + from.get("/v1/audit/accesses").body();
        assertThat(seen).contains("exportHistory");
        assertThat(into.get("/v1/audit/accesses").body()).contains("importHistory");
    }

    private static Answer send(String lines) {
        return into.send(into.request("/v1/audit/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
    }

    private static void nothingIsKept() {
        assertThat(stored(EMPTY_POSTGRES, "select count(*) from ledger.domain_event_entry"))
                .isZero();
        assertThat(stored(EMPTY_POSTGRES, "select count(*) from ledger.refused_request"))
                .isZero();
    }

    private static long stored(PostgresForTests postgres, String query) {
        try (HikariDataSource connections = postgres.dataSource(1)) {
            Long value = new JdbcTemplate(connections).queryForObject(query, Long.class);
            return value == null ? -1 : value;
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }

    private static List<String> replaced(List<String> lines, int index, String what, String by) {
        assertThat(lines.get(index)).contains(what);
        lines.set(index, lines.get(index).replace(what, by));
        return lines;
    }

    private static List<String> swapped(List<String> lines, int one, int other) {
        Collections.swap(lines, one, other);
        return lines;
    }

    private static List<String> without(List<String> lines, int index) {
        lines.remove(index);
        return lines;
    }

    /** Without its end, which the mark says. */
    private static List<String> halfOfTheLast(List<String> lines) {
        String last = lines.getLast();
        lines.set(lines.size() - 1, last.substring(0, last.length() / 2) + "~");
        return lines;
    }
}

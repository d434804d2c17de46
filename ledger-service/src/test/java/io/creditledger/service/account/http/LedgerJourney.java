package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a platform does with a ledger, from the outside: HTTP alone, the whole application, wherever the facts are stored. */
abstract class LedgerJourney {

    @SuppressWarnings("NullAway.Init") // by begin, before any test
    private static LedgerClient client;

    /** Says at which ledger the journey goes. */
    static void begin(RunningLedger ledger) {
        begin(ledger.client());
    }

    static void begin(LedgerClient ledger) {
        client = ledger;
    }

    @Test
    void opensGrantsAndSpendsForAWebsite() {
        assertThat(open("acme").is(201).text("/displayName")).isEqualTo("Acme Inc.");
        assertThat(open("acme").is(200).text("/openedAt")).isNotBlank();
        client.get("/v1/accounts/acme?minRevision=0").is(200);

        Answer granted = grant("acme", "g1", 10_000).is(201);
        assertThat(granted.number("/balance/available")).isEqualTo(10_000);

        Answer consumed = consume("acme", "c1", 420).is(201);
        assertThat(consumed.number("/draws/0/amount")).isEqualTo(420);
        assertThat(consumed.text("/draws/0/lotId")).isEqualTo(granted.text("/lotId"));
        assertThat(consumed.text("/website/url")).isEqualTo("https://acme.example");
        assertThat(consumed.number("/balance/current")).isEqualTo(9_580);

        String since = "?minRevision=" + consumed.number("/revision");
        Answer balance = client.get("/v1/accounts/acme/balance" + since).is(200);
        assertThat(balance.json()).isEqualTo(consumed.json().at("/balance"));
        assertThat(balance.body()).contains("\"usedPercent\":4.20,");

        JsonNode transactions = client.get("/v1/accounts/acme/transactions" + since)
                .is(200)
                .json()
                .at("/items");
        assertThat(transactions.valueStream().map(line -> line.at("/amount").asLong()))
                .containsExactly(-420L, 10_000L);
        assertThat(transactions.at("/0/website/name").asString()).isEqualTo("acme.example");

        JsonNode website =
                client.get("/v1/accounts/acme/websites" + since).is(200).json().at("/items/0");
        assertThat(website.at("/used").asLong()).isEqualTo(420);
        assertThat(website.at("/sharePercent").asString()).startsWith("100");

        JsonNode usage = client.get("/v1/accounts/acme/usage" + since + "&groupBy=website")
                .is(200)
                .json();
        assertThat(usage.at("/buckets").size()).isEqualTo(30);
        assertThat(usage.at("/buckets/29/websites/0/used").asLong()).isEqualTo(420);

        JsonNode lot =
                client.get("/v1/accounts/acme/lots" + since).is(200).json().at("/items/0");
        assertThat(lot.at("/remaining").asLong()).isEqualTo(9_580);

        Answer events = client.get("/v1/accounts/acme/events").is(200);
        assertThat(events.json().at("/items").valueStream().map(event -> event.at("/type")
                        .asString()))
                .containsExactly("AccountOpened", "CreditsGranted", "CreditsConsumed");
        assertThat(events.json().at("/items/2/payload/amount").asLong()).isEqualTo(420);
        assertThat(events.text("/items/2/metadata/idempotencyKey")).isEqualTo("c1");
        assertThat(client.get("/v1/accounts?prefix=acm").is(200).text("/items/0/accountId"))
                .isEqualTo("acme");
    }

    @Test
    void givesBackAndTakesBack() {
        open("bella").is(201);
        String lot = grant("bella", "g", 100).is(201).text("/lotId");
        String consumption = consume("bella", "c", 40).is(201).text("/consumptionId");
        String reversal = "/v1/accounts/bella/consumptions/" + consumption + "/reversal";
        String revocation = "/v1/accounts/bella/lots/" + lot + "/revocation";

        assertThat(client.post(reversal, "r1", reason(15)).is(201).number("/balance/available"))
                .isEqualTo(75);
        client.post(reversal, "r2", reason(26)).isProblem(422, "reversal-exceeds-consumption");
        assertThat(client.post(reversal, "r3", "{\"reason\":\"failed\"}")
                        .is(201)
                        .number("/amount"))
                .isEqualTo(25);
        client.post(reversal, "r4", "{\"reason\":\"failed\"}").isProblem(409, "already-reversed");

        client.post(revocation, "v1", reason(101)).isProblem(422, "revocation-exceeds-unspent");
        Answer revoked =
                client.post(revocation, "v2", "{\"reason\":\"mistake\"}").is(201);
        assertThat(revoked.number("/amount")).isEqualTo(100);
        assertThat(revoked.number("/balance/total")).isZero();
        client.post(revocation, "v3", "{\"reason\":\"mistake\"}").isProblem(409, "nothing-to-revoke");

        client.post("/v1/accounts/bella/lots/lot_none/revocation", "v4", reason(1))
                .isProblem(404, "lot-not-found");
        client.post("/v1/accounts/bella/consumptions/con_none/reversal", "r5", reason(1))
                .isProblem(404, "consumption-not-found");
        assertThat(client.get("/v1/accounts/bella/balance?minRevision=" + revoked.number("/revision"))
                        .number("/used"))
                .isZero();
    }

    @Test
    void answersARepetitionWithTheSameBytes() {
        open("carol").is(201);
        Answer granted = grant("carol", "k", 100).is(201);
        Answer spent = consume("carol", "s", 30).is(201);
        Answer refused = consume("carol", "t", 71).isProblem(402, "insufficient-credits");
        grant("carol", "more", 1_000).is(201);

        assertReplay(grant("carol", "k", 100), granted);
        assertReplay(consume("carol", "s", 30), spent);
        assertReplay(consume("carol", "t", 71), refused);
        consume("carol", "s", 31).isProblem(422, "idempotency-key-reused");
        grant("carol", "s", 30).isProblem(422, "idempotency-key-reused");
    }

    private static void assertReplay(Answer repeated, Answer first) {
        assertThat(first.isReplayed()).isFalse();
        assertThat(repeated.isReplayed()).isTrue();
        assertThat(repeated.status()).isEqualTo(first.status());
        assertThat(repeated.body()).isEqualTo(first.body());
    }

    @Test
    void showsThePast() {
        open("dora").is(201);
        String afterGrant = grant("dora", "g", 100).is(201).text("/occurredAt");
        long last = consume("dora", "c", 30).is(201).number("/revision");
        String balance = "/v1/accounts/dora/balance";

        assertThat(client.get(balance + "?revision=1").is(200).number("/available"))
                .isEqualTo(100);
        assertThat(client.get(balance + "?at=" + afterGrant).is(200).number("/available"))
                .isEqualTo(100);
        client.get(balance + "?revision=" + (last + 1)).isProblem(404, "revision-not-found");
        client.get(balance + "?at=2020-01-01T00:00:00Z").isProblem(404, "account-not-found");
        client.get(balance + "?minRevision=" + (last + 1)).isProblem(503, "projection-behind");
    }

    @Test
    void readsItsOwnOpening() {
        for (int i = 0; i < 20; i++) {
            open("eager-" + i).is(201);
            client.get("/v1/accounts/eager-" + i).is(200);
            client.get("/v1/accounts/eager-" + i + "/transactions").is(200);
        }
    }

    @Test
    void streamsAllRowsAsCsv() {
        open("erin").is(201);
        grant("erin", "g", 1_000).is(201);
        long last = client.post("/v1/consumptions/batch", null, batch("erin", 450, "=1+1,\\\"x\\\""))
                .is(200)
                .json()
                .at("/results")
                .valueStream()
                .mapToLong(result -> result.at("/revision").asLong())
                .max()
                .orElseThrow();

        Answer csv = client.get("/v1/accounts/erin/transactions?type=consumption&minRevision=" + last, "text/csv")
                .is(200);

        List<String> lines = csv.body().lines().toList();
        assertThat(csv.header("Content-Disposition")).hasValue("attachment; filename=\"transactions.csv\"");
        assertThat(lines).hasSize(451);
        assertThat(lines.getFirst()).startsWith("transactionId,revision,occurredAt,type,description,amount");
        assertThat(lines.subList(1, 451))
                .allSatisfy(line -> assertThat(line).contains(",consumption,\"'=1+1,\"\"x\"\"\",-1,"));
        List<String> facts = client.get("/v1/accounts/erin/events", "application/x-ndjson")
                .is(200)
                .body()
                .lines()
                .toList();
        assertThat(facts).hasSize((int) last + 1);
        assertThat(JsonMapper.shared().readTree(facts.getLast()).at("/revision").asLong())
                .isEqualTo(last);
    }

    @Test
    void pagesThroughHistory() {
        open("finn").is(201);
        grant("finn", "g", 1_000).is(201);
        client.post("/v1/consumptions/batch", null, batch("finn", 119, "d")).is(200);
        String path = "/v1/accounts/finn/transactions?limit=50&minRevision=120";

        Answer first = client.get(path).is(200);
        Answer second =
                client.get(path + "&cursor=" + first.text("/nextCursor")).is(200);
        Answer third =
                client.get(path + "&cursor=" + second.text("/nextCursor")).is(200);

        assertThat(List.of(first, second, third))
                .extracting(page -> page.json().at("/items").size())
                .containsExactly(50, 50, 20);
        assertThat(third.json().at("/nextCursor").isNull()).isTrue();
        client.get(path + "&cursor=nonsense").isProblem(400, "invalid-request");
        Answer events =
                client.get("/v1/accounts/finn/events?fromRevision=1&limit=100").is(200);
        assertThat(events.number("/nextRevision")).isEqualTo(101);
    }

    @Test
    @Timeout(60)
    void followsAnAccountLiveAndResumesWithoutLossOrDouble() throws Exception {
        open("gina").is(201);
        grant("gina", "g", 1_000).is(201);
        client.get("/v1/accounts/gina/balance?minRevision=1").is(200);

        long seen;
        try (EventStreamReader stream = client.stream("/v1/accounts/gina/stream", null)) {
            assertThat(stream.next().name()).isEqualTo("balance");
            consume("gina", "live", 10).is(201);
            EventStreamReader.Event transaction = stream.next("transaction");
            assertThat(transaction.data().at("/amount").asLong()).isEqualTo(-10);
            EventStreamReader.Event balance = stream.next("balance");
            assertThat(balance.data().at("/available").asLong()).isEqualTo(990);
            assertThat(balance.id()).isEqualTo(transaction.id());
            seen = balance.id();
        }
        client.post("/v1/consumptions/batch", null, batch("gina", 300, "while away"))
                .is(200);

        try (EventStreamReader stream = client.stream("/v1/accounts/gina/stream", seen)) {
            List<Long> missed = IntStream.range(0, 300)
                    .mapToObj(_ -> stream.next("transaction").id())
                    .toList();
            assertThat(missed).isSorted().doesNotHaveDuplicates().first().isEqualTo(seen + 1);
            assertThat(missed).last().isEqualTo(seen + 300);
            assertThat(stream.next("balance").data().at("/available").asLong()).isEqualTo(690);
        }
    }

    @Test
    void answersForUnknownAccounts() {
        for (String path :
                List.of("", "/balance", "/lots", "/transactions", "/websites", "/usage", "/events", "/stream")) {
            client.get("/v1/accounts/nobody" + path).isProblem(404, "account-not-found");
        }
        consume("nobody", "k", 1).isProblem(404, "account-not-found");
        grant("nobody", "k", 1).isProblem(404, "account-not-found");
    }

    private static Answer open(String account) {
        return client.put("/v1/accounts/" + account, "{\"displayName\":\"Acme Inc.\",\"metadata\":{\"plan\":\"pro\"}}");
    }

    private static Answer grant(String account, String key, long amount) {
        return client.post(
                "/v1/accounts/" + account + "/grants",
                key,
                "{\"amount\":%d,\"source\":\"promotional\",\"description\":\"Welcome\"}".formatted(amount));
    }

    private static Answer consume(String account, String key, long amount) {
        return client.post("/v1/accounts/" + account + "/consumptions", key, """
                {"amount":%d,"description":"Website generation","metadata":{"seconds":1.50},
                 "website":{"id":"site-1","name":"acme.example","url":"https://acme.example"}}""".formatted(amount));
    }

    private static String batch(String account, int items, String description) {
        String item = "{\"accountId\":\"%s\",\"idempotencyKey\":\"b%d\",\"amount\":1,\"description\":\"%s\"}";
        return IntStream.range(0, items)
                .mapToObj(number -> item.formatted(account, number, description))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static String reason(long amount) {
        return "{\"amount\":%d,\"reason\":\"failed\"}".formatted(amount);
    }
}

package io.creditledger.service.audit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.Shopper;
import io.creditledger.service.purchase.StripeForTests;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an account had at a past moment, folded from its facts, is what it showed at that moment. */
class PastMomentsIT {

    @RegisterExtension
    @Order(0)
    static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties("ledger.stripe.poll-events=1h"));

    private static LedgerClient ledger;

    @BeforeAll
    static void connect() {
        ledger = LEDGER.client();
        STRIPE.tell(ledger);
    }

    /** What is shown of an account at a revision. */
    private record Shown(long revision, Instant asOf, JsonNode balance, JsonNode lots, JsonNode transactions) {}

    /** With all that has been answered by now. */
    private static Shown shown(Shopper shopper) {
        while (true) {
            JsonNode balance = page(shopper, "/balance?" + shopper.now());
            long revision = balance.at("/revision").asLong();
            JsonNode lots = page(shopper, "/lots?minRevision=" + revision);
            JsonNode transactions = page(shopper, "/transactions?minRevision=" + revision);
            if (lots.at("/revision").asLong() == revision
                    && transactions.at("/revision").asLong() == revision) {
                return new Shown(
                        revision,
                        Instant.parse(balance.at("/asOf").asString()),
                        balance,
                        lots.at("/items"),
                        transactions.at("/items"));
            }
        }
    }

    private static JsonNode page(Shopper shopper, String path) {
        return ledger.get(shopper.path(path)).is(200).json();
    }

    private static void grant(Shopper shopper, String key, long amount, String more) {
        ledger.post(
                        shopper.path("/grants"),
                        key,
                        "{\"amount\": " + amount + ", \"source\": \"promotional\", \"description\": \"Gift " + key
                                + "\"" + more + "}")
                .is(201);
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void isWhatWasShownThen() {
        Shopper anna = Shopper.opening("anna", ledger, STRIPE);
        List<Shown> then = new ArrayList<>();
        then.add(shown(anna));
        Instant later = soon();
        grant(anna, "plain", 1_000, "");
        grant(anna, "pending", 300, ", \"effectiveAt\": \"" + later + "\"");
        grant(anna, "short", 200, ", \"priority\": 90, \"expiresAt\": \"" + later + "\"");
        then.add(shown(anna));
        String consumption = anna.consume("c", 1_050).is(201).text("/consumptionId");
        then.add(shown(anna));
        String card = anna.saveCard("pm_card_visa");
        String purchase = anna.buyWith("p", Shopper.SMALL, card).is(201).text("/purchaseId");
        anna.awaitStatus(purchase, "succeeded");
        then.add(shown(anna));
        ledger.post(anna.path("/purchases/" + purchase + "/refund"), "rf", """
                        {"credits": 4000, "reason": "asked for"}""").is(201);
        then.add(shown(anna));
        anna.awaitStatus(purchase, "partially_refunded");
        then.add(shown(anna));
        ledger.post(anna.path("/consumptions/" + consumption + "/reversal"), "r", "{\"reason\": \"failed\"}")
                .is(201);
        Awaitility.await("time has passed").until(() -> Instant.now().isAfter(later));
        grant(anna, "books what is due", 1, "");
        then.add(shown(anna));

        assertThat(then.stream().map(Shown::revision).distinct()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(then.get(1).lots().toString()).contains("\"pending\"");
        assertThat(then.getLast().lots().toString()).contains("\"active\"").doesNotContain("Gift short");
        for (Shown moment : then) {
            for (String asked : List.of("revision=" + moment.revision(), "at=" + moment.asOf())) {
                assertThat(page(anna, "/balance?" + asked)).as(asked).isEqualTo(moment.balance());
                assertThat(page(anna, "/lots?" + asked).at("/items")).as(asked).isEqualTo(moment.lots());
                assertThat(page(anna, "/lots?" + asked).at("/revision").asLong())
                        .as(asked)
                        .isEqualTo(moment.revision());
                assertThat(page(anna, "/transactions?" + asked).at("/items"))
                        .as(asked)
                        .isEqualTo(moment.transactions());
            }
        }
    }

    @Test
    void isKnownBetterWhenTimeIsBookedLate() {
        Shopper bert = Shopper.opening("bert", ledger, STRIPE);
        Instant later = soon();
        grant(bert, "stays", 500, "");
        grant(bert, "ends", 200, ", \"expiresAt\": \"" + later + "\"");
        grant(bert, "begins", 300, ", \"effectiveAt\": \"" + later + "\"");
        Awaitility.await("time is booked")
                .until(() -> page(bert, "/balance").at("/revision").asLong() == 5);

        JsonNode shownThen = page(bert, "/balance?at=" + later);
        assertThat(shownThen.at("/total").asLong()).isEqualTo(1_000);
        assertThat(shownThen.at("/frozen").asLong()).isEqualTo(300);
        JsonNode known = page(bert, "/balance?basis=effective&at=" + later);
        assertThat(known.at("/total").asLong()).isEqualTo(800);
        assertThat(known.at("/available").asLong()).isEqualTo(800);
        assertThat(known.at("/revision").asLong()).isEqualTo(3);
        assertThat(descriptions(page(bert, "/lots?at=" + later)))
                .containsExactly("Gift ends", "Gift stays", "Gift begins");
        assertThat(descriptions(page(bert, "/lots?basis=effective&at=" + later)))
                .containsExactly("Gift stays", "Gift begins");

        Instant before = later.minus(1, ChronoUnit.MICROS);
        assertThat(page(bert, "/balance?basis=effective&at=" + before)
                        .at("/total")
                        .asLong())
                .isEqualTo(1_000);
        JsonNode now = page(bert, "/balance?basis=effective&at=2999-01-01T00:00:00Z");
        assertThat(now).isEqualTo(page(bert, "/balance"));
    }

    private static List<String> descriptions(JsonNode page) {
        return StreamSupport.stream(page.at("/items").spliterator(), false)
                .map(lot -> lot.at("/description").asString())
                .toList();
    }

    @Test
    void lotsComePageByPage() {
        Shopper cleo = Shopper.opening("cleo", ledger, STRIPE);
        for (int lot = 1; lot <= 5; lot++) {
            grant(cleo, "g" + lot, lot, "");
        }
        cleo.consume("c", 3).is(201);
        JsonNode first = page(cleo, "/lots?revision=5&limit=2");
        JsonNode second = page(
                cleo,
                "/lots?revision=5&limit=2&cursor=" + first.at("/nextCursor").asString());
        JsonNode third = page(
                cleo,
                "/lots?revision=5&limit=2&cursor=" + second.at("/nextCursor").asString());

        assertThat(descriptions(first)).containsExactly("Gift g1", "Gift g2");
        assertThat(descriptions(second)).containsExactly("Gift g3", "Gift g4");
        assertThat(descriptions(third)).containsExactly("Gift g5");
        assertThat(third.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void twoAreComparedWithWhatLiesBetween() {
        Shopper dora = Shopper.opening("dora", ledger, STRIPE);
        grant(dora, "g", 1_000, "");
        Instant first = Instant.parse(dora.consume("c1", 100).is(201).text("/occurredAt"));
        grant(dora, "g2", 50, "");
        dora.consume("c2", 30).is(201);
        dora.consume("c3", 5).is(201);

        JsonNode compared = page(dora, "/comparison?at=" + first + "&otherRevision=4");

        assertThat(compared.at("/first")).isEqualTo(page(dora, "/balance?revision=2"));
        assertThat(compared.at("/second")).isEqualTo(page(dora, "/balance?revision=4"));
        assertThat(compared.at("/change/available").asLong()).isEqualTo(20);
        assertThat(compared.at("/change/used").asLong()).isEqualTo(30);
        assertThat(compared.at("/facts").asLong()).isEqualTo(2);
        assertThat(compared.at("/totals").toString())
                .isEqualTo("[{\"type\":\"grant\",\"movements\":1,\"amount\":50},"
                        + "{\"type\":\"consumption\",\"movements\":1,\"amount\":-30}]");
        assertThat(page(dora, "/comparison?revision=4&otherAt=" + first)).isEqualTo(compared);
        assertThat(page(dora, "/comparison?revision=4").at("/change/used").asLong())
                .isEqualTo(5);
        assertThat(page(dora, "/comparison").at("/change/used").asLong()).isEqualTo(135);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/balance?basis=effective",
                "/balance?basis=mine&revision=0",
                "/balance?at=2026-01-01T00:00:00Z&revision=0",
                "/lots?all=true&revision=0",
                "/lots?revision=-1",
                "/lots?revision=0&cursor=nobody",
                "/transactions?revision=0&at=2026-01-01T00:00:00Z",
                "/comparison?revision=0&at=2026-01-01T00:00:00Z",
                "/comparison?revision=0&otherAt=yesterday"
            })
    void isAskedForInOneWay(String path) {
        ledger.put("/v1/accounts/emil", "{}");
        ledger.get("/v1/accounts/emil" + path).is(400);
    }

    @Test
    void thatNeverWasIsSaidSo() {
        Shopper fred = Shopper.opening("fred", ledger, STRIPE);

        for (String asked : List.of("/balance?basis=effective&", "/lots?", "/comparison?")) {
            assertThat(ledger.get(fred.path(asked + "revision=7")).is(404).text("/type"))
                    .as(asked)
                    .endsWith("/revision-not-found");
            assertThat(ledger.get(fred.path(asked + "at=2020-01-01T00:00:00Z"))
                            .is(404)
                            .text("/type"))
                    .as(asked)
                    .endsWith("/account-not-found");
            ledger.get("/v1/accounts/nobody" + asked + "revision=0").is(404);
        }
        assertThat(page(fred, "/transactions?at=2020-01-01T00:00:00Z").at("/items"))
                .isEmpty();
    }
}

package io.creditledger.service.audit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.Shopper;
import io.creditledger.service.purchase.StripeForTests;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Statements add up, are the same whenever they are asked for, and say what later ones correct. */
class StatementIT {

    private static final List<String> TYPES = List.of("application/json", "text/csv", "application/pdf");

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

    @Test
    void openingAndMovementsMakeTheClosing() {
        Shopper anna = Shopper.opening("anna", ledger, STRIPE);
        grant(anna, "g", 1_000, "");
        String middle = after(anna.consume("c1", 100));
        grant(anna, "g2", 50, "");
        String end = after(anna.consume("c2", 30));

        JsonNode first = statement(anna, "?to=" + middle);
        JsonNode second = statement(anna, "?from=" + middle + "&to=" + end);

        assertThat(first.at("/revisionFrom").isNull()).isTrue();
        assertThat(first.at("/opening/current").asLong()).isZero();
        assertThat(second.at("/opening")).isEqualTo(first.at("/closing"));
        assertThat(second.at("/opening/used").asLong()).isEqualTo(100);
        assertThat(second.at("/closing/current").asLong()).isEqualTo(920);
        assertThat(second.at("/revisionFrom").asLong()).isEqualTo(2);
        assertThat(second.at("/revisionTo").asLong()).isEqualTo(4);
        assertThat(second.at("/movementSum").asLong()).isEqualTo(20);
        assertThat(second.at("/balanced").asBoolean()).isTrue();
        assertThat(second.at("/movements").valueStream().map(line -> line.at("/amount")
                        .asLong()))
                .containsExactly(50L, -30L);
        assertThat(second.at("/totals").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"type\":\"grant\",\"movements\":1,\"amount\":50}",
                        "{\"type\":\"consumption\",\"movements\":1,\"amount\":-30}");
    }

    @Test
    void theEndOfAPeriodIsTheBeginningOfTheNext() {
        Shopper anton = Shopper.opening("anton", ledger, STRIPE);
        grant(anton, "g", 1_000, "");
        String moment = anton.consume("c", 100).is(201).text("/occurredAt");

        assertThat(statement(anton, "?to=" + moment).at("/closing/current").asLong())
                .isEqualTo(1_000);
        assertThat(statement(anton, "?from=" + moment).at("/movementSum").asLong())
                .isEqualTo(-100);
    }

    @Test
    void tellsTheSameLinesAsTheHistory() {
        Shopper bea = Shopper.opening("bea", ledger, STRIPE);
        grant(bea, "g", 1_000, "");
        long last = bea.consume("c", 100).is(201).number("/revision");

        JsonNode history = ledger.get(bea.path("/transactions?minRevision=" + last))
                .is(200)
                .json()
                .at("/items");
        JsonNode movements = statement(bea, "").at("/movements");

        assertThat(movements.valueStream()).containsExactly(history.get(1), history.get(0));
    }

    @Test
    void ofAPeriodThatIsOverNeverChanges() {
        Shopper cleo = Shopper.opening("cleo", ledger, STRIPE);
        String card = cleo.saveCard("pm_card_visa");
        String purchase = cleo.buyWith("p", Shopper.SMALL, card).is(201).text("/purchaseId");
        cleo.awaitStatus(purchase, "succeeded");
        Instant expiry = Instant.now().plusSeconds(2);
        grant(cleo, "short", 70, ", \"expiresAt\": \"" + expiry + "\", \"priority\": 90");
        Answer consumed = cleo.consume("c", 400).is(201);
        String consumption = consumed.text("/consumptionId");
        String end = after(consumed);
        Map<String, byte[]> before = all(cleo, "?to=" + end);

        ledger.post(cleo.path("/consumptions/" + consumption + "/reversal"), "r", "{\"reason\": \"failed\"}")
                .is(201);
        ledger.post(cleo.path("/purchases/" + purchase + "/refund"), "rf", "{\"reason\": \"asked for\"}")
                .is(201);
        ledger.put(cleo.path(""), "{\"displayName\": \"Another name\"}").is(200);
        Awaitility.await("the lot has expired").until(() -> Instant.now().isAfter(expiry));
        grant(cleo, "books what is due", 1, "");
        Awaitility.await("the expiry and the refund are booked")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(typesAfter(cleo, end)).contains("expiry", "refund", "reversal"));

        assertThat(all(cleo, "?to=" + end)).usingRecursiveComparison().isEqualTo(before);
        JsonNode next = statement(cleo, "?from=" + end);
        assertThat(next.at("/opening")).isEqualTo(statement(cleo, "?to=" + end).at("/closing"));
        assertThat(next.at("/displayName").asString()).isEqualTo("Another name");
        JsonNode reversal = ofType(next, "reversal");
        assertThat(reversal.at("/corrects/transactionId").asString()).isEqualTo(consumption);
        assertThat(reversal.at("/corrects/occurredAt").asString()).isEqualTo(consumed.text("/occurredAt"));
        JsonNode refund = ofType(next, "refund");
        JsonNode bought = ofType(statement(cleo, "?to=" + end), "purchase");
        assertThat(refund.at("/corrects/transactionId")).isEqualTo(bought.at("/transactionId"));
        assertThat(refund.at("/corrects/occurredAt")).isEqualTo(bought.at("/occurredAt"));
        assertThat(ofType(next, "expiry").has("corrects")).isFalse();
    }

    @Test
    void aTableHasOpeningMovementsAndClosing() {
        Shopper dana = Shopper.opening("dana", ledger, STRIPE);
        grant(dana, "g", 100, "");
        Answer consumed = ledger.post(dana.path("/consumptions"), "c", "{\"amount\": 40, \"description\": \"=1+1\"}")
                .is(201);
        ledger.post(
                        dana.path("/consumptions/" + consumed.text("/consumptionId") + "/reversal"),
                        "r",
                        "{\"reason\": \"failed\"}")
                .is(201);

        Answer csv = ledger.get(dana.path("/statement"), "text/csv").is(200);

        List<String[]> rows =
                csv.body().lines().map(line -> line.split(",", -1)).toList();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(14));
        assertThat(rows.stream().map(row -> row[3] + " " + row[5] + " " + row[6]))
                .containsExactly(
                        "type amount balanceAfter",
                        "opening  0",
                        "grant 100 100",
                        "consumption -40 60",
                        "reversal 40 100",
                        "closing  100");
        assertThat(rows.get(3)[4]).isEqualTo("'=1+1");
        assertThat(rows.get(4)[12]).isEqualTo(consumed.text("/consumptionId"));
        assertThat(rows.get(4)[13]).isEqualTo(consumed.text("/occurredAt"));
    }

    @Test
    void aPrintedOneCanBeReadWhateverTheAlphabet() throws IOException {
        ledger.put("/v1/accounts/elli", "{\"displayName\": \"Έλλη 株式会社 😀\"}").is(201);
        Shopper elli = new Shopper("elli", ledger, STRIPE);
        grant(elli, "g", 1_000_000, "");
        for (int number = 0; number < 70; number++) {
            ledger.post(
                            elli.path("/consumptions"),
                            "c" + number,
                            "{\"amount\": 1000, \"description\": \"Δ \u202e株" + "W".repeat(100) + "\"}")
                    .is(201);
        }

        try (PDDocument pdf = Loader.loadPDF(bytes(elli, "", "application/pdf"))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(pdf.getNumberOfPages()).isEqualTo(6);
            assertThat(text)
                    .contains("Statement of account elli", "Έλλη □□□□ □", "page 1 of 6", "page 6 of 6", "930,000")
                    .contains("Opening balance and movements make the closing balance.");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Statement of account elli");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void refusesPeriodsThatMakeNoSense() {
        Shopper fred = Shopper.opening("fred", ledger, STRIPE);
        assertThat(ledger.get(fred.path("/statement?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z"))
                        .isProblem(400, "invalid-request")
                        .badFields())
                .containsExactly("to");
        assertThat(ledger.get(fred.path("/statement?from=2999-01-01T00:00:00Z"))
                        .isProblem(400, "invalid-request")
                        .badFields())
                .containsExactly("from");
        ledger.get(fred.path("/statement?to=2020-01-01T00:00:00Z")).isProblem(404, "account-not-found");
        ledger.get("/v1/accounts/nobody/statement").isProblem(404, "account-not-found");
    }

    @Test
    void aLongHistoryIsATableAndNothingElse() {
        Shopper gus = Shopper.opening("gus", ledger, STRIPE);
        grant(gus, "g", 1_000_000, "");
        LEDGER.stop();
        copyConsumptions(gus, 51_000);
        LEDGER.start("ledger.api-key=" + LedgerClient.KEY, "logging.level.root=info");
        connect();

        for (String type : List.of("application/json", "application/pdf")) {
            Answer refused = ledger.get(gus.path("/statement"), type).isProblem(422, "statement-too-large");
            assertThat(refused.number("/movements")).isEqualTo(51_001);
            assertThat(refused.text("/mediaType")).isEqualTo("text/csv");
        }
        List<String> lines = ledger.get(gus.path("/statement"), "text/csv")
                .is(200)
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(51_004);
        assertThat(lines.getLast()).contains(",closing,").contains(",949000,").doesNotContain("NOT BALANCED");
    }

    /** As if they had been spent one by one: facts, in the form in which they are stored. */
    private static void copyConsumptions(Shopper shopper, int count) {
        JdbcClient.create(POSTGRES.dataSource(1))
                .sql("""
                insert into ledger.domain_event_entry (global_index, aggregate_identifier, sequence_number, time_stamp,
                    type, event_identifier, payload_type, payload, meta_data)
                select last.global_index + number, :account, last.sequence_number + number, last.time_stamp + number,
                       'CreditAccount', gen_random_uuid()::text, 'CreditsConsumed',
                       format('{"accountId":"%s","consumptionId":"con_%s","amount":1,"description":"One","metadata":{},'
                           '"draws":[{"lotId":"lot_1","amount":1}],'
                           '"balance":{"total":1000000,"used":%s,"held":0,"frozen":0}}', :account, number, number), '{}'
                from generate_series(1, :count) as number,
                     (select max(global_index) as global_index,
                             max(sequence_number) filter (where aggregate_identifier = :account) as sequence_number,
                             max(time_stamp) as time_stamp
                      from ledger.domain_event_entry) as last
                """)
                .param("account", shopper.account())
                .param("count", count)
                .update();
    }

    private static void grant(Shopper shopper, String key, long amount, String more) {
        ledger.post(
                        shopper.path("/grants"),
                        key,
                        "{\"amount\": " + amount + ", \"source\": \"promotional\", \"description\": \"Gift\"" + more
                                + "}")
                .is(201);
    }

    /** The first moment after what was answered. */
    private static String after(Answer answer) {
        return Instant.parse(answer.is(201).text("/occurredAt"))
                .plus(1, ChronoUnit.MICROS)
                .toString();
    }

    private static JsonNode statement(Shopper shopper, String period) {
        return ledger.get(shopper.path("/statement" + period)).is(200).json();
    }

    private static List<String> typesAfter(Shopper shopper, String from) {
        return statement(shopper, "?from=" + from)
                .at("/movements")
                .valueStream()
                .map(line -> line.at("/type").asString())
                .toList();
    }

    private static JsonNode ofType(JsonNode statement, String type) {
        return statement
                .at("/movements")
                .valueStream()
                .filter(line -> line.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> all(Shopper shopper, String period) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        TYPES.forEach(type -> all.put(type, bytes(shopper, period, type)));
        return all;
    }

    private static byte[] bytes(Shopper shopper, String period, String type) {
        try {
            var answer = ledger.http()
                    .send(
                            ledger.request(shopper.path("/statement" + period))
                                    .header("Accept", type)
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException failed) {
            throw new IllegalStateException("no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no answer", stopped);
        }
    }
}

package io.creditledger.service.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.platform.tracing.Collector.Span;
import io.creditledger.service.purchase.StripeForTests;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A request whose caller follows it is followed to its end: through the command, the append, the read models, and to Stripe. */
class TracingIT {

    private static final Collector COLLECTOR = new Collector();
    private static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(
            POSTGRES,
            STRIPE.properties(
                    "ledger.traces.address=" + COLLECTOR.address(),
                    "management.tracing.sampling.probability=0",
                    "management.opentelemetry.tracing.export.schedule-delay=50ms"));

    private static LedgerClient ledger;

    @BeforeAll
    static void open() {
        ledger = LEDGER.client();
        STRIPE.tell(ledger);
        ledger.put("/v1/accounts/traced", "{}").is(201);
        ledger.post("/v1/accounts/traced/grants", "grant", """
                {"amount": 100, "source": "promotional", "description": "to be followed"}""").is(201);
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    @Test
    void aConsumptionIsFollowedIntoEveryReadModel() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        followed("/v1/accounts/traced/consumptions", "followed", trace, "01", """
                {"amount": 1, "description": "Website generation", "website": {"id": "s", "url": "https://s.example"}}""")
                .is(201);

        List<Span> spans = awaited(trace, "project transactions", "project balance", "command ConsumeCredits");
        Span command = named(spans, "command ConsumeCredits");
        Span http = spans.stream()
                .filter(span -> span.id().equals(command.parent()))
                .findFirst()
                .orElseThrow();
        assertThat(http.name()).contains("/consumptions");
        assertThat(http.parent()).isEqualTo("00f067aa0ba902b7");
        assertThat(named(spans, "append").parent()).isEqualTo(command.id());
        assertThat(named(spans, "project balance").parent()).isEqualTo(command.id());
    }

    @Test
    void aPurchaseIsFollowedToStripe() {
        String trace = "11f92f3577b34da6a3ce929d0e0e4711";

        followed("/v1/accounts/traced/purchases", "bought", trace, "01", """
                {"packageId": "credits-10000"}""").is(201);

        List<Span> spans = awaited(trace, "command PurchaseCredits");
        assertThat(spans).anyMatch(span -> span.name().startsWith("stripe "));
    }

    @Test
    void aRequestThatNobodyFollowsLeavesNothing() {
        String trace = "22f92f3577b34da6a3ce929d0e0e4722";
        followed("/v1/accounts/traced/consumptions", "not-followed", trace, "00", """
                {"amount": 1, "description": "Website generation", "website": {"id": "s", "url": "https://s.example"}}""")
                .is(201);
        aConsumptionThatIsFollowedBehindIt();

        assertThat(COLLECTOR.of(trace)).isEmpty();
        JsonNode facts = ledger.get("/v1/accounts/traced/events").is(200).json().path("items");
        assertThat(facts.valueStream()
                        .filter(fact ->
                                fact.at("/metadata/idempotencyKey").asString("").equals("not-followed")))
                .hasSize(1)
                .allMatch(fact -> fact.at("/metadata/traceparent").isMissingNode());
    }

    private static void aConsumptionThatIsFollowedBehindIt() {
        String trace = "33f92f3577b34da6a3ce929d0e0e4733";
        followed("/v1/accounts/traced/consumptions", "behind", trace, "01", """
                {"amount": 1, "description": "Website generation", "website": {"id": "s", "url": "https://s.example"}}""").is(201);
        assertThat(awaited(trace, "project balance")).isNotEmpty();
    }

    private static Answer followed(String path, String key, String trace, String flags, String body) {
        return ledger.send(ledger.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-" + flags)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The steps of a trace, when these are among them. */
    private static List<Span> awaited(String trace, String... names) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> COLLECTOR.of(trace),
                        spans -> spans.stream().map(Span::name).toList().containsAll(List.of(names)));
    }

    private static Span named(List<Span> spans, String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + spans));
    }
}

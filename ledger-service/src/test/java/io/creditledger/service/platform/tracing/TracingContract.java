package io.creditledger.service.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.platform.tracing.Collector.Span;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A request whose caller follows it is followed to its end: through the command, the append, the read models, and to Stripe. Whichever
 * process does each of these.
 */
abstract class TracingContract {

    static final String CONSUMPTION = """
            {"amount": 1, "description": "Website generation", "website": {"id": "s", "url": "https://s.example"}}""";

    private static final String CONSUMING = "http post /v1/accounts/{accountId}/consumptions";
    private static final String CALLER = "00f067aa0ba902b7";

    private final Collector collector;

    TracingContract(Collector collector) {
        this.collector = collector;
    }

    /** Whom requests are sent to. */
    abstract LedgerClient ledger();

    static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static String traceparent(String trace, String flags) {
        return "00-" + trace + "-" + CALLER + "-" + flags;
    }

    @BeforeEach
    void open() {
        ledger().put("/v1/accounts/traced", "{}");
        ledger().post("/v1/accounts/traced/grants", "grant", """
                {"amount": 100, "source": "promotional", "description": "to be followed"}""").is(201);
    }

    @Test
    void aConsumptionIsFollowedIntoEveryReadModel() {
        String trace = newTrace();

        followed("consumptions", trace, "01", CONSUMPTION).is(201);

        List<Span> spans = collector.awaited(
                trace, CONSUMING, "command ConsumeCredits", "append", "project transactions", "project balance");
        Span command = Collector.named(spans, "command ConsumeCredits");
        Span http = Collector.named(spans, CONSUMING);
        assertThat(http.parent()).isEqualTo(CALLER);
        assertThat(command.parent()).isEqualTo(http.id());
        assertThat(Collector.named(spans, "append").parent()).isEqualTo(command.id());
        assertThat(Collector.named(spans, "project balance").parent()).isEqualTo(command.id());
    }

    @Test
    void aPurchaseIsFollowedToStripe() {
        String trace = newTrace();

        followed("purchases", trace, "01", """
                {"packageId": "credits-10000"}""").is(201);

        assertThat(collector.awaited(
                        trace, "command PurchaseCredits", "stripe create customer", "stripe request payment"))
                .isNotEmpty();
    }

    @Test
    void aRequestThatNobodyFollowsLeavesNothing() {
        String trace = newTrace();
        followed("consumptions", trace, "00", CONSUMPTION).is(201);
        String behind = newTrace();
        followed("consumptions", behind, "01", CONSUMPTION).is(201);

        assertThat(collector.awaited(behind, "project balance")).isNotEmpty();
        assertThat(collector.of(trace)).isEmpty();
        assertThat(factOf(trace).at("/metadata/traceparent").isMissingNode()).isTrue();
    }

    /** Its key is the trace. */
    private Answer followed(String what, String trace, String flags, String body) {
        return ledger().send(ledger().request("/v1/accounts/traced/" + what)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", trace)
                .header("traceparent", traceparent(trace, flags))
                .POST(BodyPublishers.ofString(body)));
    }

    final JsonNode factOf(String key) {
        List<JsonNode> facts = ledger().get("/v1/accounts/traced/events?limit=100")
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .filter(fact -> fact.at("/metadata/idempotencyKey").asString("").equals(key))
                .toList();
        assertThat(facts).hasSize(1);
        return facts.getFirst();
    }
}

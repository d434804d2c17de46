package io.creditledger.service.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An account, and what its customer and its platform do with it. */
public record Shopper(String account, LedgerClient ledger, StripeForTests stripe) {

    public static final String SMALL = "credits-10000";
    static final String LARGE = "credits-50000";

    /** Longer than anything that heals by itself takes, with a machine that is busy otherwise. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    public static Shopper opening(String account, LedgerClient ledger, StripeForTests stripe) {
        ledger.put("/v1/accounts/" + account, "{\"displayName\": \"" + account + "\"}")
                .is(201);
        return new Shopper(account, ledger, stripe);
    }

    public String path(String more) {
        return "/v1/accounts/" + account + more;
    }

    public Answer buy(String key, String packageId) {
        return ledger.post(path("/purchases"), key, "{\"packageId\": \"" + packageId + "\"}");
    }

    public Answer buyWith(String key, String packageId, String card) {
        return ledger.post(
                path("/purchases"),
                key,
                "{\"packageId\": \"" + packageId + "\", \"paymentMethodId\": \"" + card + "\"}");
    }

    public Answer consume(String key, long amount) {
        return ledger.post(
                path("/consumptions"), key, "{\"amount\": " + amount + ", \"description\": \"Website generation\"}");
    }

    Answer refund(String key, String purchase, @Nullable Long credits) {
        String amount = credits == null ? "" : "\"credits\": " + credits + ", ";
        return ledger.post(
                path("/purchases/" + purchase + "/refund"), key, "{" + amount + "\"reason\": \"asked for\"}");
    }

    /** Saves a card as a browser does, and waits until the ledger knows it. */
    public String saveCard(String alias) {
        int before = cards().size();
        Answer setup = ledger.post(path("/payment-methods/setup"), null, "{}").is(201);
        var confirmed = stripe.confirmSetup(setup.text("/clientSecret"), alias);
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        String setupIntent = setup.text("/setupIntentId");
        if (confirmed.body().contains("requires_action")) {
            stripe.authenticate(setupIntent, "succeed");
        }
        await("the card is there").until(() -> cards().size() > before);
        return cards().getLast().at("/paymentMethodId").asString();
    }

    List<JsonNode> cards() {
        return ledger.get(path("/payment-methods?" + now()))
                .is(200)
                .json()
                .valueStream()
                .toList();
    }

    JsonNode purchase(String purchase) {
        return ledger.get(path("/purchases/" + purchase + "?" + now())).is(200).json();
    }

    String status(String purchase) {
        return purchase(purchase).at("/status").asString();
    }

    public void awaitStatus(String purchase, String status) {
        await(purchase + " is " + status)
                .untilAsserted(() -> assertThat(status(purchase)).isEqualTo(status));
    }

    /** The balance by the stored facts, which no read model can be behind. */
    JsonNode balance() {
        return ledger.get(path("/balance?at=" + Instant.now().plusSeconds(5)))
                .is(200)
                .json();
    }

    /** For a read that shows all that has happened by now. */
    public String now() {
        return "minRevision=" + balance().at("/revision").asLong();
    }

    long current() {
        return balance().at("/current").asLong();
    }

    long available() {
        return balance().at("/available").asLong();
    }

    void awaitAvailable(long credits) {
        await(credits + " credits are available")
                .untilAsserted(() -> assertThat(available()).isEqualTo(credits));
    }

    /** Lots that a purchase brought. */
    List<JsonNode> lotsOf(String purchase) {
        return ledger.get(path("/lots?all=true&limit=200&" + now()))
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(lot -> lot.at("/purchaseId").asString("").equals(purchase))
                .toList();
    }

    /** The facts of the account with a type. */
    List<JsonNode> facts(String type) {
        return ledger.get(path("/events?limit=200"))
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(fact -> fact.at("/type").asString().equals(type))
                .toList();
    }

    static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }
}

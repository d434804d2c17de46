package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.creditledger.bench.InterceptedStripe.Moment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Kills the ledger between any two steps of buying: just before each of its calls to Stripe arrives, when all that it knows is
 * stored and nothing has happened, and just after, when it has happened and is not known. Each time it must heal by itself: paid
 * and credited once, or neither.
 */
class PurchaseCrashIT {

    private static final Logger log = LoggerFactory.getLogger(PurchaseCrashIT.class);

    private static final Duration HEALING = Duration.ofMinutes(1);
    private static final long CREDITS = 10_000;

    /** Somebody does something that makes the ledger call Stripe. */
    private interface Deed {
        void run(String account) throws IOException;
    }

    private final InterceptedStripe stripe = new InterceptedStripe();
    // Of all that real processes do, buying has the most secrets in it: its log is looked through when all tests are
    // done.
    private final LedgerProcess ledger =
            stripe.usedBy(LedgerProcess.in("purchase")).with("LOGGING_LEVEL_ROOT", "trace");

    PurchaseCrashIT() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        ledger.close();
        stripe.close();
    }

    @Test
    void endsPaidAndCreditedOnceOrNeitherWhereverItIsKilled() throws Exception {
        ledger.start();
        stripe.tell(ledger);
        for (Moment moment : Moment.values()) {
            killedAt("POST", "/v1/customers", moment, this::buysForTheFirstTime);
            killedAt("POST", "/v1/payment_intents", moment, this::buysWithASavedCard);
            killedAt("GET", "/v1/payment_intents/", moment, this::paysInTheBrowser);
            killedAt("POST", "/v1/refunds", moment, this::getsARefund);
        }
        everySucceededPaymentHasOneLot();
    }

    private void killedAt(String method, String path, Moment moment, Deed deed) throws Exception {
        String account = (method + path + moment).replaceAll("[^A-Za-z]", "-");
        log.info("{} {}: killed {} it takes effect", method, path, moment);
        ask("PUT", "/v1/accounts/" + account, null, "{}", 201);
        deed.run(account);
        assertThat(stripe.isTrapSet()).as("%s %s was called", method, path).isFalse();
        Awaitility.await("the ledger is dead").until(() -> !ledger.isAlive());
        ledger.start();
        awaitHealed(account, deed);
    }

    private void trap(String method, String path, Moment moment) {
        stripe.at(method, path, moment, ledger::kill);
    }

    private void buysForTheFirstTime(String account) throws IOException {
        trap("POST", "/v1/customers", momentOf(account));
        cutOff("/v1/accounts/" + account + "/purchases", "first", buying(null));
    }

    private void buysWithASavedCard(String account) throws IOException {
        String card = saveCard(account);
        trap("POST", "/v1/payment_intents", momentOf(account));
        cutOff("/v1/accounts/" + account + "/purchases", "saved", buying(card));
    }

    private void paysInTheBrowser(String account) throws IOException {
        JsonNode started = ask("POST", "/v1/accounts/" + account + "/purchases", "browser", buying(null), 201);
        trap("GET", "/v1/payment_intents/", momentOf(account));
        stripe.confirm("payment_intents", started.path("clientSecret").asString(), "pm_card_visa");
        Awaitility.await("the news is looked at").atMost(HEALING).until(() -> !stripe.isTrapSet());
    }

    private void getsARefund(String account) throws IOException {
        String card = saveCard(account);
        JsonNode bought = ask("POST", "/v1/accounts/" + account + "/purchases", "refunded", buying(card), 201);
        trap("POST", "/v1/refunds", momentOf(account));
        cutOff(
                "/v1/accounts/" + account + "/purchases/"
                        + bought.path("purchaseId").asString() + "/refund",
                "refund",
                "{\"credits\": 4000, \"reason\": \"asked for\"}");
    }

    private static Moment momentOf(String account) {
        return account.endsWith(Moment.BEFORE.name()) ? Moment.BEFORE : Moment.AFTER;
    }

    private void awaitHealed(String account, Deed deed) throws IOException {
        boolean firstTime = account.contains("customers");
        boolean refund = account.contains("refunds");
        long expected = firstTime ? 0 : refund ? CREDITS - 4_000 : CREDITS;
        Awaitility.await(account + " heals: " + deed)
                .atMost(HEALING)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    JsonNode balance = get("/v1/accounts/" + account + "/balance");
                    assertThat(balance.path("current").asLong()).isEqualTo(expected);
                    assertThat(balance.path("held").asLong()).isZero();
                    JsonNode purchase = get("/v1/accounts/" + account + "/purchases")
                            .path("items")
                            .path(0);
                    assertThat(purchase.path("status").asString())
                            .isEqualTo(
                                    firstTime
                                            ? "requires_payment_method"
                                            : refund ? "partially_refunded" : "succeeded");
                });
        // A purchase that was cut off before there was a payment goes on as if nothing had been.
        if (firstTime) {
            JsonNode again = ask("POST", "/v1/accounts/" + account + "/purchases", "first", buying(null), 201);
            stripe.confirm("payment_intents", again.path("clientSecret").asString(), "pm_card_visa");
            Awaitility.await(account + " is credited")
                    .atMost(HEALING)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> get("/v1/accounts/" + account + "/balance")
                                    .path("current")
                                    .asLong()
                            == CREDITS);
        }
    }

    /** For each charge that took money exactly one lot of exactly what was bought, and no other lots; by the stored facts. */
    private void everySucceededPaymentHasOneLot() throws IOException {
        List<String> paid = stripe.state()
                .path("charges")
                .valueStream()
                .filter(charge -> charge.path("status").asString().equals("succeeded"))
                .map(charge -> charge.path("paymentIntent").asString())
                .toList();
        List<String> credited = ledger.client().all("/v1/accounts").stream()
                .map(account -> account.path("accountId").asString())
                .flatMap(account -> facts(account).stream())
                .filter(fact -> fact.path("type").asString().equals("CreditsGranted"))
                .peek(fact ->
                        assertThat(fact.path("payload").path("amount").asLong()).isEqualTo(CREDITS))
                .map(fact -> fact.path("payload")
                        .path("payment")
                        .path("paymentReference")
                        .asString())
                .toList();
        log.info("{} payments, {} lots", paid.size(), credited.size());
        assertThat(paid).hasSize(8).doesNotHaveDuplicates();
        assertThat(credited).containsExactlyInAnyOrderElementsOf(paid);
    }

    private List<JsonNode> facts(String account) {
        try {
            return ledger.client().events(account);
        } catch (IOException failed) {
            throw new IllegalStateException("no facts of " + account, failed);
        }
    }

    private String saveCard(String account) throws IOException {
        JsonNode setup = ask("POST", "/v1/accounts/" + account + "/payment-methods/setup", null, "{}", 201);
        stripe.confirm("setup_intents", setup.path("clientSecret").asString(), "pm_card_visa");
        Awaitility.await("the card is saved")
                .atMost(HEALING)
                .until(() -> get("/v1/accounts/" + account + "/payment-methods").size() == 1);
        return get("/v1/accounts/" + account + "/payment-methods")
                .path(0)
                .path("paymentMethodId")
                .asString();
    }

    private static String buying(@Nullable String card) {
        return card == null
                ? "{\"packageId\": \"credits-10000\"}"
                : "{\"packageId\": \"credits-10000\", \"paymentMethodId\": \"" + card + "\"}";
    }

    /** A request whose answer never comes, because nobody is left to give it. */
    private void cutOff(String path, String key, String body) {
        assertThat(catchThrowable(() -> ledger.client().send("POST", path, key, body)))
                .isInstanceOf(IOException.class);
    }

    private JsonNode get(String path) throws IOException {
        return ask("GET", path, null, null, 200);
    }

    private JsonNode ask(String method, String path, @Nullable String key, @Nullable String body, int status)
            throws IOException {
        LedgerClient.Answer answer =
                body == null ? ledger.client().get(path) : ledger.client().send(method, path, key, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }
}

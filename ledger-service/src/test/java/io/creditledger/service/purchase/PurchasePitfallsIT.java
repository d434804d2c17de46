package io.creditledger.service.purchase;

import static io.creditledger.service.purchase.Shopper.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong with others who sell credits by card, one test each, on the whole application. Those that are about the
 * adapter alone are in {@code purchase.stripe}.
 */
@Timeout(300)
class PurchasePitfallsIT {

    static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties("ledger.stripe.poll-events=2s"));

    private static LedgerClient ledger;

    @BeforeAll
    static void connect() {
        ledger = LEDGER.client();
        STRIPE.tell(ledger);
    }

    @AfterEach
    void calm() {
        STRIPE.calm();
    }

    private static Shopper opening(String account) {
        return Shopper.opening(account, ledger, STRIPE);
    }

    @Test
    void pitfall01_doubleGrantFromTwoEventTypesOrFromWebhookAndRedirectPage() {
        STRIPE.control("PUT", "webhooks", "{\"duplicates\": 5}");
        Shopper shopper = opening("two-events");
        String card = shopper.saveCard("pm_card_visa");
        // The direct answer, payment_intent.succeeded, charge.succeeded, each six times, and the reconciler.
        String purchase = shopper.buyWith("k", SMALL, card).is(201).text("/purchaseId");

        STRIPE.control("POST", "webhooks/resend", "{\"all\": true}");
        settled();

        assertThat(shopper.lotsOf(purchase)).hasSize(1);
        assertThat(shopper.current()).isEqualTo(10_000);
    }

    @Test
    void pitfall02_deduplicationByEventIdOnly() {
        Shopper shopper = opening("other-event-ids");
        String purchase = paid(shopper, "k");
        // Another event, of another type, about the same payment: a refund of nothing that concerns the credits.
        STRIPE.asMerchant("/v1/payment_intents/" + intentOf(shopper, purchase), Map.of("description", "changed"));
        STRIPE.control("POST", "webhooks/resend", "{\"all\": true}");
        settled();

        assertThat(shopper.lotsOf(purchase)).hasSize(1);
        assertThat(shopper.current()).isEqualTo(10_000);
    }

    @Test
    void pitfall04_checkThenActOutsideTheLock() {
        Shopper shopper = opening("at-once");
        STRIPE.control("PUT", "webhooks", "{\"deliver\": false}");
        Answer started = shopper.buy("k", SMALL).is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");
        STRIPE.control("PUT", "webhooks", "{\"deliver\": true, \"duplicates\": 30}");
        STRIPE.control("POST", "webhooks/flush", "{}");
        String resume = shopper.path("/purchases/" + started.text("/purchaseId") + "/cancel");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(_ -> CompletableFuture.runAsync(() -> ledger.post(resume, null, "{}"), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        settled();

        assertThat(shopper.lotsOf(started.text("/purchaseId"))).hasSize(1);
        assertThat(shopper.current()).isEqualTo(10_000);
    }

    @Test
    void pitfall05_purchaseRowWrittenAfterTheStripeCall() {
        Shopper shopper = opening("row-first");
        STRIPE.control("PUT", "faults", "{\"status\": 503, \"times\": 1000}");
        Answer unknown = shopper.buy("k", SMALL).isProblem(503, "payment-provider-unavailable");
        String purchase = unknown.text("/purchaseId");
        Shopper.await("the purchase is there")
                .until(() -> ledger.get(shopper.path("/purchases/" + purchase)).status() == 200);
        assertThat(shopper.status(purchase)).isEqualTo("processing");
        STRIPE.calm();

        Answer known = shopper.buy("k", SMALL).is(201);
        assertThat(known.text("/purchaseId")).isEqualTo(purchase);
        assertThat(known.text("/status")).isEqualTo("requires_payment_method");
    }

    @Test
    void pitfall06_newIdempotencyKeyOnClientRetry() {
        Shopper shopper = opening("lost-answer");
        String card = shopper.saveCard("pm_card_visa");
        long before = STRIPE.count("paymentIntents");
        STRIPE.control(
                "PUT",
                "faults",
                "{\"dropAfterEffect\": true, \"times\": 1, \"method\": \"POST\", \"path\": \"/v1/payment_intents\"}");

        Answer bought = shopper.buyWith("k", SMALL, card);
        Answer again = shopper.buyWith("k", SMALL, card).is(201);

        assertThat(bought.status()).isIn(201, 503);
        assertThat(again.text("/status")).isEqualTo("succeeded");
        assertThat(STRIPE.count("paymentIntents")).isEqualTo(before + 1);
        shopper.awaitAvailable(10_000);
        assertThat(STRIPE.chargesOf(again.text("/paymentIntentId"))).isEqualTo(1);
    }

    @Test
    void pitfall07_metadataTrustedForAmountOrTenant() {
        Shopper victim = opening("victim");
        Shopper thief = opening("thief");
        String open = victim.buy("k", SMALL).is(201).text("/purchaseId");
        String stolen = thief.buy("k", SMALL).is(201).text("/purchaseId");
        String intent = intentOf(thief, stolen);

        STRIPE.asMerchant(
                "/v1/payment_intents/" + intent,
                Map.of("metadata[account_id]", "victim", "metadata[purchase_id]", open));
        STRIPE.confirmPayment(secretOf(thief, stolen), "pm_card_visa");
        Shopper.await("it is quarantined").until(() -> inInbox("quarantined", intent) > 0);

        assertThat(victim.current()).isZero();
        assertThat(victim.lotsOf(open)).isEmpty();
    }

    @Test
    void pitfall08_paymentFailedTreatedAsFinal() {
        Shopper shopper = opening("not-final");
        Answer started = shopper.buy("k", SMALL).is(201);
        String purchase = started.text("/purchaseId");
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa_chargeDeclined");
        Shopper.await("the failure is known")
                .until(() -> !shopper.purchase(purchase).at("/failure").isNull());

        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");
        shopper.awaitStatus(purchase, "succeeded");
        shopper.awaitAvailable(10_000);
    }

    @Test
    void pitfall09_succeededPaymentIntentOnACanceledPurchase() {
        Shopper shopper = opening("lost-race");
        STRIPE.control("PUT", "webhooks", "{\"deliver\": false}");
        Answer started = shopper.buy("k", SMALL).is(201);
        String purchase = started.text("/purchaseId");
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");

        // The customer has paid; the ledger has not heard of it when it is asked to cancel.
        Answer canceled = ledger.post(shopper.path("/purchases/" + purchase + "/cancel"), null, "{}");
        assertThat(canceled.status()).isIn(200, 409);
        shopper.awaitStatus(purchase, "succeeded");
        assertThat(shopper.lotsOf(purchase)).hasSize(1);
        assertThat(shopper.current()).isEqualTo(10_000);
    }

    @Test
    void pitfall10_currencyOrAmountChangedBetweenPurchaseAndPaymentIntent() {
        Shopper shopper = opening("other-amount");
        Answer started = shopper.buy("k", SMALL).is(201);
        String intent = started.text("/paymentIntentId");
        assertThat(STRIPE.asMerchant("/v1/payment_intents/" + intent, Map.of("amount", "50"))
                        .statusCode())
                .isEqualTo(200);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");
        Shopper.await("it is quarantined").until(() -> inInbox("quarantined", intent) > 0);

        assertThat(shopper.current()).isZero();
        assertThat(shopper.lotsOf(started.text("/purchaseId"))).isEmpty();
    }

    @Test
    void pitfall11_refundGreaterThanTheRemainingCredits() {
        Shopper shopper = opening("too-much-back");
        String purchase = paid(shopper, "k");
        shopper.consume("c", 6_000).is(201);
        Answer refused = shopper.refund("r", purchase, 4_001L).isProblem(422, "refund-exceeds-unspent");

        assertThat(refused.number("/unspent")).isEqualTo(4_000);
        assertThat(STRIPE.chargesOf(intentOf(shopper, purchase))).isEqualTo(1);
        assertThat(shopper.available()).isEqualTo(4_000);
        assertThat(shopper.balance().at("/held").asLong()).isZero();
    }

    @Test
    void pitfall12_refundFailedAfterBurn() {
        Shopper shopper = opening("refund-fails");
        String card = shopper.saveCard("pm_card_refundFail");
        String purchase = shopper.buyWith("k", SMALL, card).is(201).text("/purchaseId");
        shopper.refund("r", purchase, 4_000L).is(201);

        shopper.awaitAvailable(10_000);
        shopper.awaitStatus(purchase, "succeeded");
        assertThat(shopper.lotsOf(purchase).getFirst().at("/remaining").asLong())
                .isEqualTo(10_000);
        assertThat(shopper.balance().at("/held").asLong()).isZero();
    }

    @Test
    void pitfall13_disputeThenRefundOfTheSameCharge() {
        Shopper shopper = opening("dispute-and-refund");
        String purchase = paid(shopper, "k");
        STRIPE.control(
                "POST", "refunds", "{\"paymentIntent\": \"" + intentOf(shopper, purchase) + "\", \"amount\": 400}");
        shopper.awaitAvailable(6_000);
        String dispute = STRIPE.control(
                        "POST",
                        "disputes",
                        "{\"paymentIntent\": \"" + intentOf(shopper, purchase)
                                + "\", \"reason\": \"fraudulent\", \"amount\": 600}")
                .at("/id")
                .asString();
        shopper.awaitAvailable(0);
        shopper.refund("r", purchase, 1L).isProblem(409, "purchase-disputed");
        STRIPE.control("POST", "disputes/" + dispute + "/close", "{\"outcome\": \"lost\"}");

        Shopper.await("all of it is gone, once")
                .until(() -> shopper.balance().at("/total").asLong() == 0);
        assertThat(shopper.balance().at("/debt").asLong()).isZero();
        assertThat(shopper.purchase(purchase).at("/clawedBack").asLong()).isEqualTo(10_000);
    }

    @Test
    void pitfall14_refundsMadeInTheStripeDashboard() {
        Shopper shopper = opening("dashboard");
        String purchase = paid(shopper, "k");
        refundAtStripe(shopper, purchase, 250);
        shopper.awaitAvailable(7_500);
        shopper.awaitStatus(purchase, "partially_refunded");
        refundAtStripe(shopper, purchase, 750);
        shopper.awaitAvailable(0);
        shopper.awaitStatus(purchase, "refunded");
    }

    @Test
    void pitfall15_roundingOfPartialRefunds() {
        Shopper shopper = opening("rounding");
        Answer started = shopper.buy("k", "credits-250000").is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");
        shopper.awaitAvailable(250_000);
        String purchase = started.text("/purchaseId");

        refundAtStripe(shopper, purchase, 7);
        // floor(250,000 * 7 / 18,000) = 97
        shopper.awaitAvailable(250_000 - 97);
        refundAtStripe(shopper, purchase, 7);
        // floor(250,000 * 14 / 18,000) = 194
        shopper.awaitAvailable(250_000 - 194);
        refundAtStripe(shopper, purchase, 18_000 - 14);
        shopper.awaitAvailable(0);
    }

    @Test
    void pitfall16_detachedCardUsedByAutoTopUp() {
        Shopper shopper = opening("detached");
        String card = shopper.saveCard("pm_card_visa");
        topUpBelow(shopper, 10, 5_000);
        STRIPE.control("POST", "payment-methods/" + card + "/detach", "{}");

        Shopper.await("top-ups wait for a card").until(() -> ledger.get(shopper.path("/auto-top-up"))
                .text("/pausedReason")
                .equals("payment_method_missing"));
        assertThat(shopper.cards()).isEmpty();
        shopper.saveCard("pm_card_visa");
        Shopper.await("they go on with the next")
                .until(() ->
                        ledger.get(shopper.path("/auto-top-up")).text("/state").equals("on"));
    }

    @Test
    void pitfall17_autoTopUpStorm() {
        Shopper shopper = opening("storm");
        shopper.saveCard("pm_card_visa");
        long before = STRIPE.count("paymentIntents");
        topUpBelow(shopper, 1_000_000, 100_000);
        shopper.awaitAvailable(10_000);
        for (int i = 0; i < 100; i++) {
            shopper.consume("c" + i, 10).is(201);
        }
        settled();

        assertThat(STRIPE.count("paymentIntents")).isEqualTo(before + 1);
        assertThat(shopper.current()).isEqualTo(9_000);
    }

    @Test
    void pitfall24_refundEventsBeforeThePaymentEvent() {
        Shopper shopper = opening("refund-first");
        STRIPE.control("PUT", "webhooks", "{\"deliver\": false}");
        Answer started = shopper.buy("k", SMALL).is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");
        STRIPE.control(
                "POST",
                "refunds",
                "{\"paymentIntent\": \"" + started.text("/paymentIntentId") + "\", \"amount\": 400}");
        STRIPE.control("PUT", "webhooks", "{\"deliver\": true}");
        STRIPE.control("POST", "webhooks/flush", "{\"shuffle\": true, \"seed\": 7}");

        shopper.awaitStatus(started.text("/purchaseId"), "partially_refunded");
        shopper.awaitAvailable(6_000);
    }

    @Test
    void pitfall25_clientSecretInLogsOrUrl() {
        Shopper shopper = opening("secrets");
        String secret = shopper.buy("k", SMALL).is(201).text("/clientSecret");
        String setup = ledger.post(shopper.path("/payment-methods/setup"), null, "{}")
                .is(201)
                .text("/clientSecret");
        STRIPE.confirmPayment(secret, "pm_card_visa");
        STRIPE.confirmSetup(setup, "pm_card_visa");
        shopper.awaitAvailable(10_000);

        JdbcClient database = JdbcClient.create(POSTGRES.dataSource(1));
        List<String> columns = database.sql("""
                        select table_schema || '.' || table_name || ' ' || column_name from information_schema.columns
                        where table_schema in ('ledger', 'projections', 'payments') and data_type in ('text', 'bytea')
                        """).query(String.class).list();
        assertThat(columns).hasSizeGreaterThan(40);
        for (String column : columns) {
            String table = column.substring(0, column.indexOf(' '));
            String name = column.substring(column.indexOf(' ') + 1);
            assertThat(database.sql("select count(*) from " + table + " where " + name + "::text ~ '_secret_|sk_test_'")
                            .query(Long.class)
                            .single())
                    .as(column)
                    .isZero();
        }
    }

    @Test
    void pitfall27_userClosesTheTabDuring3ds() {
        Shopper shopper = opening("closed-tab");
        String card = shopper.saveCard("pm_card_threeDSecure2Required");
        Answer started = shopper.buyWith("k", SMALL, card).is(201);
        assertThat(started.text("/status")).isEqualTo("requires_action");

        // On another day, on another device.
        Answer resumed = ledger.post(shopper.path("/purchases/" + started.text("/purchaseId") + "/resume"), null, "{}")
                .is(200);
        assertThat(resumed.text("/clientSecret")).isEqualTo(started.text("/clientSecret"));
        STRIPE.authenticate(started.text("/paymentIntentId"), "succeed");
        shopper.awaitAvailable(10_000);
        ledger.post(shopper.path("/purchases/" + started.text("/purchaseId") + "/resume"), null, "{}")
                .isProblem(409, "purchase-not-open");
    }

    @Test
    void pitfall28_twoTabsConfirmTheSamePaymentIntent() {
        Shopper shopper = opening("two-tabs");
        Answer started = shopper.buy("k", SMALL).is(201);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, 4)
                            .mapToObj(_ -> CompletableFuture.runAsync(
                                    () -> STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa"),
                                    threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        shopper.awaitAvailable(10_000);

        assertThat(STRIPE.chargesOf(started.text("/paymentIntentId"))).isEqualTo(1);
        assertThat(shopper.lotsOf(started.text("/purchaseId"))).hasSize(1);
    }

    @Test
    void pitfall29_customerDeletedInTheStripeDashboard() {
        Shopper shopper = opening("deleted");
        shopper.saveCard("pm_card_visa");
        ledger.post(
                        shopper.path("/grants"),
                        "g",
                        "{\"amount\": 100, \"source\": \"promotional\", \"description\": \"Welcome\"}")
                .is(201);
        topUpBelow(shopper, 10, 5_000);
        String customer = shopper.facts("CustomerRegistered")
                .getFirst()
                .at("/payload/customerReference")
                .asString();
        STRIPE.control("POST", "customers/" + customer + "/delete", "{}");

        Shopper.await("its cards are gone").until(() -> shopper.cards().isEmpty());
        Shopper.await("top-ups wait")
                .until(() ->
                        ledger.get(shopper.path("/auto-top-up")).text("/state").equals("paused"));
        Answer started = shopper.buy("k", SMALL).is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");
        shopper.awaitAvailable(10_100);
        assertThat(shopper.facts("CustomerRegistered")).hasSize(2);
    }

    @Test
    void pitfall30_consentTextMissingWhenSavingACard() {
        Shopper shopper = opening("consent");
        assertThat(ledger.send(ledger.anonymous("/v1/config")).is(200).text("/cardConsent"))
                .contains("charge")
                .hasSizeGreaterThan(80);
        assertThat(ledger.post(shopper.path("/payment-methods/setup"), null, "{}")
                        .is(201)
                        .text("/consent"))
                .isEqualTo(ledger.send(ledger.anonymous("/v1/config")).text("/cardConsent"));
    }

    private static String paid(Shopper shopper, String key) {
        Answer started = shopper.buy(key, SMALL).is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");
        shopper.awaitStatus(started.text("/purchaseId"), "succeeded");
        return started.text("/purchaseId");
    }

    private static void refundAtStripe(Shopper shopper, String purchase, long amount) {
        STRIPE.control(
                "POST",
                "refunds",
                "{\"paymentIntent\": \"" + intentOf(shopper, purchase) + "\", \"amount\": " + amount + "}");
    }

    private static void topUpBelow(Shopper shopper, long threshold, long limit) {
        ledger.put(
                        shopper.path("/auto-top-up"),
                        "{\"threshold\": " + threshold + ", \"packageId\": \"" + SMALL
                                + "\", \"monthlyLimit\": {\"amount\": " + limit + ", \"currency\": \"usd\"}}")
                .is(200);
    }

    private static String intentOf(Shopper shopper, String purchase) {
        Shopper.await("the payment is known")
                .until(() -> !shopper.purchase(purchase).at("/paymentIntentId").isNull());
        return shopper.purchase(purchase).at("/paymentIntentId").asString();
    }

    private static String secretOf(Shopper shopper, String purchase) {
        return ledger.post(shopper.path("/purchases/" + purchase + "/resume"), null, "{}")
                .text("/clientSecret");
    }

    private static long inInbox(String state, String subject) {
        return JdbcClient.create(POSTGRES.dataSource(1))
                .sql("select count(*) from payments.stripe_event where state = ? and subject = ?")
                .param(state)
                .param(subject)
                .query(Long.class)
                .single();
    }

    /** Waits until nothing waits: at Stripe, in the inbox. */
    private static void settled() {
        JdbcClient database = JdbcClient.create(POSTGRES.dataSource(1));
        Shopper.await("nothing waits").until(() -> {
            JsonNode state = STRIPE.control("GET", "state", "");
            return state.at("/counts/deliveriesWaiting").asLong() == 0
                    && database.sql("select count(*) from payments.stripe_event where state = 'received'")
                                    .query(Long.class)
                                    .single()
                            == 0;
        });
    }
}

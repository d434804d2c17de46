package io.creditledger.service.purchase;

import static io.creditledger.service.purchase.Shopper.LARGE;
import static io.creditledger.service.purchase.Shopper.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.EventStreamReader;
import io.creditledger.service.account.http.EventStreamReader.Event;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What customers do to buy credits, from the outside: HTTP alone, the whole application, the simulator for Stripe. */
@Timeout(300)
class PurchaseJourneyIT {

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

    @AfterEach
    void calm() {
        STRIPE.calm();
    }

    private static Shopper opening(String account) {
        return Shopper.opening(account, ledger, STRIPE);
    }

    @Test
    void showsWhatIsOnOfferToAnybody() {
        JsonNode packages =
                ledger.send(ledger.anonymous("/v1/packages")).is(200).json();
        assertThat(packages.isArray()).isTrue();
        assertThat(packages.valueStream().map(offer -> offer.at("/credits").asLong()))
                .containsExactly(10_000L, 50_000L, 100_000L, 250_000L);
        assertThat(packages.at("/0/price/amount").asLong()).isEqualTo(1_000);
        assertThat(packages.at("/0/price/currency").asString()).isEqualTo("usd");

        JsonNode config = ledger.send(ledger.anonymous("/v1/config")).is(200).json();
        assertThat(config.at("/publishableKey").asString()).startsWith("pk_test_");
        assertThat(config.at("/simulator").asBoolean()).isTrue();
        assertThat(config.toString()).doesNotContain("sk_test_").doesNotContain("whsec_");
    }

    @Test
    void savesCardsAndKeepsOneDefault() {
        Shopper anna = opening("anna");
        String visa = anna.saveCard("pm_card_visa");
        String mastercard = anna.saveCard("pm_card_mastercard");

        assertThat(anna.cards())
                .extracting(card -> card.at("/isDefault").asBoolean())
                .containsExactly(true, false);
        assertThat(anna.cards().getFirst().at("/brand").asString()).isEqualTo("visa");
        assertThat(anna.cards().getFirst().at("/last4").asString()).isEqualTo("4242");

        ledger.put(anna.path("/payment-methods/" + mastercard + "/default"), "").is(200);
        Shopper.await("the other is the default").until(() -> anna.cards()
                .getFirst()
                .at("/paymentMethodId")
                .asString()
                .equals(mastercard));

        ledger.send(ledger.request(anna.path("/payment-methods/" + mastercard)).DELETE())
                .is(204);
        Shopper.await("one is left").until(() -> anna.cards().size() == 1);
        assertThat(anna.cards().getFirst().at("/paymentMethodId").asString()).isEqualTo(visa);
        assertThat(anna.cards().getFirst().at("/isDefault").asBoolean()).isTrue();
        anna.buyWith("removed", SMALL, mastercard).isProblem(404, "payment-method-not-found");
        Shopper.await("Stripe has forgotten it")
                .until(() -> STRIPE.asMerchant("/v1/payment_methods/" + mastercard + "/detach", java.util.Map.of())
                                .statusCode()
                        == 400);
    }

    @Test
    void buysWithASavedCard() {
        Shopper bert = opening("bert");
        String card = bert.saveCard("pm_card_visa");

        Answer bought = bert.buyWith("b1", SMALL, card).is(201);
        assertThat(bought.text("/status")).isEqualTo("succeeded");
        assertThat(bought.number("/balance/current")).isEqualTo(10_000);
        assertThat(bought.number("/balance/revision")).isEqualTo(bought.number("/revision"));
        assertThat(bought.json().has("clientSecret")).isFalse();

        Answer again = bert.buyWith("b1", SMALL, card).is(201);
        assertThat(again.isReplayed()).isTrue();
        assertThat(again.body()).isEqualTo(bought.body());
        bert.buyWith("b1", LARGE, card).isProblem(422, "idempotency-key-reused");

        String purchase = bought.text("/purchaseId");
        bert.awaitStatus(purchase, "succeeded");
        assertThat(bert.lotsOf(purchase)).hasSize(1);
        assertThat(bert.lotsOf(purchase).getFirst().at("/paid/amount").asLong()).isEqualTo(1_000);
        assertThat(bert.purchase(purchase).at("/receiptUrl").asString()).startsWith("http");
        Answer lines = ledger.get(bert.path("/transactions?type=purchase&" + bert.now()))
                .is(200);
        assertThat(lines.number("/items/0/amount")).isEqualTo(10_000);
        assertThat(STRIPE.chargesOf(bought.text("/paymentIntentId"))).isEqualTo(1);
    }

    @Test
    void buysWithANewCardThatAsksForTheCustomer() throws Exception {
        Shopper carl = opening("carl");
        try (EventStreamReader stream = ledger.stream(carl.path("/stream"), null)) {
            stream.next("balance");
            Answer started = carl.buy("c1", SMALL).is(201);
            String secret = started.text("/clientSecret");
            assertThat(started.text("/status")).isEqualTo("requires_payment_method");
            assertThat(carl.buy("c1", SMALL).is(201).body()).isEqualTo(started.body());

            var confirmed = STRIPE.confirmPayment(secret, "pm_card_threeDSecure2Required");
            assertThat(confirmed.body()).contains("requires_action");
            carl.awaitStatus(started.text("/purchaseId"), "requires_action");
            assertThat(carl.current()).isZero();

            STRIPE.authenticate(started.text("/paymentIntentId"), "succeed");
            Event succeeded = stream.next("purchase");
            while (!succeeded.data().at("/status").asString().equals("succeeded")) {
                succeeded = stream.next("purchase");
            }
            // That it is paid and that its credits are there are two facts: a balance may be told between them.
            Event balance = stream.next("balance");
            while (balance.data().at("/current").asLong() == 0) {
                balance = stream.next("balance");
            }
            assertThat(balance.data().at("/current").asLong()).isEqualTo(10_000);
            assertThat(balance.id()).isGreaterThanOrEqualTo(succeeded.id());
            assertThat(carl.buy("c1", SMALL).is(201).body()).isEqualTo(started.body());
        }
    }

    @Test
    void tellsStreamsOfCardsToo() throws Exception {
        Shopper cora = opening("cora");
        try (EventStreamReader stream = ledger.stream(cora.path("/stream"), null)) {
            stream.next("balance");
            String card = cora.saveCard("pm_card_visa");
            Event saved = stream.next("payment-method");
            assertThat(saved.data().at("/paymentMethodId").asString()).isEqualTo(card);
        }
    }

    @Test
    void aDeclinedPurchaseCanStillBePaidWithAnotherCard() {
        Shopper dora = opening("dora");
        Answer started = dora.buy("d1", SMALL).is(201);
        String secret = started.text("/clientSecret");

        assertThat(STRIPE.confirmPayment(secret, "pm_card_visa_chargeDeclinedInsufficientFunds")
                        .statusCode())
                .isEqualTo(402);
        String purchase = started.text("/purchaseId");
        Shopper.await("the reason is known").until(() -> dora.purchase(purchase)
                .at("/failure/declineCode")
                .asString("")
                .equals("insufficient_funds"));
        assertThat(dora.status(purchase)).isEqualTo("requires_payment_method");
        assertThat(dora.current()).isZero();

        assertThat(STRIPE.confirmPayment(secret, "pm_card_visa").statusCode()).isEqualTo(200);
        dora.awaitAvailable(10_000);
        dora.awaitStatus(purchase, "succeeded");
        assertThat(dora.purchase(purchase).at("/failure").isNull()).isTrue();
    }

    @Test
    void aSavedCardThatIsDeclinedSaysWhy() {
        Shopper emil = opening("emil");
        String card = emil.saveCard("pm_card_chargeCustomerFail");

        Answer declined = emil.buyWith("e1", SMALL, card).is(201);
        assertThat(declined.text("/status")).isEqualTo("requires_payment_method");
        assertThat(declined.text("/failure/code")).isEqualTo("card_declined");
        assertThat(declined.text("/clientSecret")).isNotBlank();
        assertThat(emil.buyWith("e1", SMALL, card).is(201).body()).isEqualTo(declined.body());
        assertThat(emil.current()).isZero();
    }

    @Test
    void oneKeySentFiftyTimesAtOnceBuysOnce() throws Exception {
        Shopper fred = opening("fred");
        String card = fred.saveCard("pm_card_visa");
        long before = STRIPE.count("paymentIntents");

        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> sent = IntStream.range(0, 50)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> fred.buyWith("f1", SMALL, card), threads))
                    .toList();
            for (CompletableFuture<Answer> answer : sent) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(STRIPE.count("paymentIntents")).isEqualTo(before + 1);
        fred.awaitAvailable(10_000);
    }

    @Test
    void savesTheCardOfAPurchaseWhenAsked() {
        Shopper gina = opening("gina");
        Answer started = ledger.post(
                        gina.path("/purchases"),
                        "g1",
                        "{\"packageId\": \"" + SMALL + "\", \"savePaymentMethod\": true}")
                .is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_mastercard");

        gina.awaitAvailable(10_000);
        Shopper.await("the card is saved").until(() -> gina.cards().size() == 1);
        assertThat(gina.cards().getFirst().at("/brand").asString()).isEqualTo("mastercard");
    }

    @Test
    void cancelsWhatNobodyHasPaid() {
        Shopper hugo = opening("hugo");
        Answer started = hugo.buy("h1", SMALL).is(201);
        String purchase = started.text("/purchaseId");

        Answer canceled = ledger.post(hugo.path("/purchases/" + purchase + "/cancel"), null, "{}")
                .is(200);
        assertThat(canceled.text("/status")).isEqualTo("canceled");
        assertThat(STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa")
                        .statusCode())
                .isEqualTo(400);
        hugo.awaitStatus(purchase, "canceled");
        ledger.post(hugo.path("/purchases/" + purchase + "/cancel"), null, "{}").is(200);
        hugo.refund("h2", purchase, null).isProblem(409, "purchase-not-paid");
    }

    @Test
    void refundsWhatIsUnspent() {
        Shopper inga = opening("inga");
        String purchase = paid(inga, "i1");
        inga.consume("spend", 2_500).is(201);

        Answer part = inga.refund("r1", purchase, 3_333L).is(201);
        assertThat(part.text("/status")).isEqualTo("succeeded");
        assertThat(part.number("/credits")).isEqualTo(3_333);
        assertThat(part.number("/amount/amount")).isEqualTo(333);
        assertThat(part.number("/balance/current")).isEqualTo(4_167);
        assertThat(inga.refund("r1", purchase, 3_333L).is(201).body()).isEqualTo(part.body());
        inga.refund("r2", purchase, 4_168L).isProblem(422, "refund-exceeds-unspent");

        Answer rest = inga.refund("r3", purchase, null).is(201);
        assertThat(rest.number("/credits")).isEqualTo(4_167);
        assertThat(rest.number("/amount/amount")).isEqualTo(417);
        inga.awaitStatus(purchase, "partially_refunded");
        inga.refund("r4", purchase, null).isProblem(409, "nothing-to-refund");
        assertThat(inga.current()).isZero();
        assertThat(ledger.get(inga.path("/transactions?type=refund&" + inga.now()))
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aDisputeFreezesThenTakesOrGivesBack() {
        Shopper jana = opening("jana");
        String lost = paid(jana, "j1");
        String won = paid(jana, "j2");
        jana.consume("spend", 4_000).is(201);

        String first = dispute(jana, lost);
        jana.awaitStatus(lost, "disputed");
        jana.awaitAvailable(10_000);
        assertThat(jana.balance().at("/frozen").asLong()).isEqualTo(6_000);
        jana.refund("r", lost, null).isProblem(409, "purchase-disputed");
        String second = dispute(jana, won);
        jana.awaitAvailable(0);
        jana.consume("more", 1).isProblem(402, "insufficient-credits");

        STRIPE.control("POST", "disputes/" + second + "/close", "{\"outcome\": \"won\"}");
        jana.awaitAvailable(10_000);
        jana.awaitStatus(won, "succeeded");

        STRIPE.control("POST", "disputes/" + first + "/close", "{\"outcome\": \"lost\"}");
        // Of the 10,000 that were bought, 4,000 were spent: they are taken from what else there is.
        jana.awaitAvailable(6_000);
        assertThat(jana.balance().at("/debt").asLong()).isZero();
        assertThat(ledger.get(jana.path("/transactions?type=dispute&" + jana.now()))
                        .is(200)
                        .number("/items/0/amount"))
                .isEqualTo(-10_000);
    }

    @Test
    void whatWasSpentBeforeTheMoneyWentBackBecomesDebtThatTheNextLotPays() {
        Shopper karl = opening("karl");
        String purchase = paid(karl, "k1");
        karl.consume("spend", 9_000).is(201);

        STRIPE.control(
                "POST", "refunds", "{\"paymentIntent\": \"" + intentOf(karl, purchase) + "\", \"amount\": 1000}");
        Shopper.await("the debt is booked")
                .until(() -> karl.balance().at("/debt").asLong() == 9_000);
        assertThat(karl.current()).isEqualTo(-9_000);
        karl.consume("more", 1).isProblem(402, "insufficient-credits");

        paid(karl, "k2");
        karl.awaitAvailable(1_000);
        karl.consume("again", 1_000).is(201);
        karl.consume("too much", 1).isProblem(402, "insufficient-credits");
    }

    @Test
    void topsUpByItselfWithinItsLimit() {
        Shopper lena = opening("lena");
        lena.saveCard("pm_card_visa");
        lena.ledger()
                .post(
                        lena.path("/grants"),
                        "grant",
                        "{\"amount\": 5000, \"source\": \"promotional\", \"description\": \"Welcome\"}")
                .is(201);
        assertThat(ledger.get(lena.path("/auto-top-up")).is(200).text("/state")).isEqualTo("off");
        Answer on = ledger.put(
                        lena.path("/auto-top-up"),
                        "{\"threshold\": 2000, \"packageId\": \"" + SMALL
                                + "\", \"monthlyLimit\": {\"amount\": 1500, \"currency\": \"usd\"}}")
                .is(200);
        assertThat(on.text("/state")).isEqualTo("on");

        Answer consumed = lena.consume("c1", 3_500).is(201);
        assertThat(consumed.number("/balance/available")).isEqualTo(1_500);
        lena.awaitAvailable(11_500);
        assertThat(ledger.get(lena.path("/auto-top-up")).number("/spentThisMonth/amount"))
                .isEqualTo(1_000);
        ledger.send(ledger.request(lena.path("/auto-top-up")).DELETE()).is(204);
        Shopper.await("top-ups are off")
                .until(() ->
                        ledger.get(lena.path("/auto-top-up")).text("/state").equals("off"));
    }

    @Test
    void aTopUpThatTheBankWantsToSeeTheCustomerForIsPausedAndCanBePaid() {
        Shopper mara = opening("mara");
        mara.saveCard("pm_card_authenticationRequired");
        ledger.put(
                        mara.path("/auto-top-up"),
                        "{\"threshold\": 2000, \"packageId\": \"" + SMALL
                                + "\", \"monthlyLimit\": {\"amount\": 5000, \"currency\": \"usd\"}}")
                .is(200);

        Shopper.await("it is paused")
                .until(() ->
                        ledger.get(mara.path("/auto-top-up")).text("/state").equals("paused"));
        Answer paused = ledger.get(mara.path("/auto-top-up")).is(200);
        assertThat(paused.text("/pausedReason")).isEqualTo("authentication_required");
        String purchase = paused.text("/openPurchaseId");

        Answer resumed = ledger.post(mara.path("/purchases/" + purchase + "/resume"), null, "{}")
                .is(200);
        STRIPE.confirmPayment(
                resumed.text("/clientSecret"),
                mara.cards().getFirst().at("/paymentMethodId").asString());
        STRIPE.authenticate(intentOf(mara, purchase), "succeed");
        mara.awaitAvailable(10_000);
        Shopper.await("top-ups go on")
                .until(() ->
                        ledger.get(mara.path("/auto-top-up")).text("/state").equals("on"));
    }

    @Test
    void aBacklogOfPurchasesThatNobodyPaysKeepsNobodyWaiting() {
        for (int account = 0; account < 13; account++) {
            Shopper browsing = opening("browsing-" + account);
            for (int cart = 0; cart < 19; cart++) {
                browsing.buy("cart-" + cart, SMALL).is(201);
            }
        }
        STRIPE.control("PUT", "webhooks", "{\"deliver\": false}");
        Shopper last = opening("last");
        Answer started = last.buy("paid", SMALL).is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");

        last.awaitAvailable(10_000);
    }

    @Test
    void withoutAnyWebhookEverythingPaidIsCreditedAllTheSame() {
        STRIPE.control("PUT", "webhooks", "{\"deliver\": false}");
        Shopper nora = opening("nora");
        Answer started = nora.buy("n1", SMALL).is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");

        nora.awaitAvailable(10_000);
        nora.awaitStatus(started.text("/purchaseId"), "succeeded");
    }

    private static String paid(Shopper shopper, String key) {
        Answer started = shopper.buy(key, SMALL).is(201);
        var confirmed = STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        shopper.awaitStatus(started.text("/purchaseId"), "succeeded");
        return started.text("/purchaseId");
    }

    private static String dispute(Shopper shopper, String purchase) {
        return STRIPE.control(
                        "POST",
                        "disputes",
                        "{\"paymentIntent\": \"" + intentOf(shopper, purchase) + "\", \"reason\": \"fraudulent\"}")
                .at("/id")
                .asString();
    }

    private static String intentOf(Shopper shopper, String purchase) {
        return shopper.purchase(purchase).at("/paymentIntentId").asString();
    }
}

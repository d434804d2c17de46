package io.creditledger.service.purchase;

import static io.creditledger.service.purchase.Shopper.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stripe down, slow, or saying no: the customer is told what is known, charged at most once, and nothing else is the slower. */
@Timeout(300)
class ProviderOutageIT {

    static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(
            POSTGRES, STRIPE.properties("ledger.purchases.answer-timeout=3s", "ledger.stripe.read-timeout=4s"));

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

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 409})
    void whileStripeFailsACustomerIsToldSoAndChargedOnceWhenItIsBack(int status) {
        Shopper shopper = Shopper.opening("fails-" + status, ledger, STRIPE);
        String card = shopper.saveCard("pm_card_visa");
        long before = STRIPE.count("paymentIntents");
        STRIPE.control("PUT", "faults", "{\"status\": " + status + ", \"times\": 10000}");

        Answer unknown = shopper.buyWith("k", SMALL, card).isProblem(503, "payment-provider-unavailable");
        assertThat(unknown.text("/purchaseId")).isNotBlank();
        assertThat(unknown.text("/purchaseStatus")).isEqualTo("processing");
        assertThat(STRIPE.count("paymentIntents")).isEqualTo(before);
        STRIPE.calm();

        // Nobody asks again: the ledger carries it on by itself.
        shopper.awaitAvailable(10_000);
        Answer known = shopper.buyWith("k", SMALL, card).is(201);
        assertThat(known.text("/purchaseId")).isEqualTo(unknown.text("/purchaseId"));
        assertThat(known.text("/status")).isEqualTo("succeeded");
        assertThat(STRIPE.count("paymentIntents")).isEqualTo(before + 1);
        assertThat(STRIPE.chargesOf(known.text("/paymentIntentId"))).isEqualTo(1);
    }

    @Test
    void aFailureThatStripeRemembersIsLookedUpBeforeItIsTriedAnew() {
        Shopper shopper = Shopper.opening("remembered", ledger, STRIPE);
        String card = shopper.saveCard("pm_card_visa");
        long before = STRIPE.count("paymentIntents");
        STRIPE.control(
                "PUT",
                "faults",
                "{\"status\": 500, \"afterEffect\": true, \"times\": 1, \"method\": \"POST\","
                        + " \"path\": \"/v1/payment_intents\"}");
        shopper.buyWith("k", SMALL, card);

        shopper.awaitAvailable(10_000);
        Answer known = shopper.buyWith("k", SMALL, card).is(201);
        assertThat(STRIPE.count("paymentIntents")).isEqualTo(before + 1);
        assertThat(STRIPE.chargesOf(known.text("/paymentIntentId"))).isEqualTo(1);
    }

    @Test
    void aSlowStripeHoldsUpNobodyElse() throws Exception {
        Shopper shopper = Shopper.opening("slow", ledger, STRIPE);
        String card = shopper.saveCard("pm_card_visa");
        ledger.post(
                        shopper.path("/grants"),
                        "g",
                        "{\"amount\": 1000, \"source\": \"promotional\", \"description\": \"Welcome\"}")
                .is(201);
        STRIPE.control("PUT", "faults", "{\"delayMillis\": 6000, \"times\": 10000}");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> purchases = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> shopper.buyWith("p" + i, SMALL, card), threads))
                    .toList();
            Shopper.await("all of them are under way")
                    .until(() -> shopper.facts("PurchaseStarted").size() == 10);
            // While every call hangs: the same account spends, and no transaction waits open.
            shopper.consume("c", 10).is(201);
            assertThat(purchases).noneMatch(CompletableFuture::isDone);
            assertThat(JdbcClient.create(POSTGRES.dataSource(1))
                            .sql("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and state = 'idle in transaction'")
                            .query(Long.class)
                            .single())
                    .isZero();
            for (CompletableFuture<Answer> purchase : purchases) {
                purchase.get().isProblem(503, "payment-provider-unavailable");
            }
        }
        STRIPE.calm();
        shopper.awaitAvailable(100_990);
        assertThat(shopper.facts("PurchaseSucceeded")).hasSize(10);
    }

    @Test
    void aRefundThatStripeDoesNotAnswerStaysHeldAndIsMadeOnce() {
        Shopper shopper = Shopper.opening("refund-unknown", ledger, STRIPE);
        String card = shopper.saveCard("pm_card_visa");
        String purchase = shopper.buyWith("k", SMALL, card).is(201).text("/purchaseId");
        shopper.awaitStatus(purchase, "succeeded");
        STRIPE.control("PUT", "faults", "{\"status\": 503, \"times\": 10000}");

        Answer unknown = shopper.refund("r", purchase, 4_000L).isProblem(503, "payment-provider-unavailable");
        assertThat(unknown.text("/refundId")).startsWith("rfd_");
        Shopper.await("its credits are held")
                .until(() -> shopper.balance().at("/held").asLong() == 4_000);
        shopper.consume("c", 6_001).isProblem(402, "insufficient-credits");
        STRIPE.calm();

        shopper.awaitStatus(purchase, "partially_refunded");
        Answer known = shopper.refund("r", purchase, 4_000L).is(201);
        assertThat(known.text("/status")).isEqualTo("succeeded");
        assertThat(shopper.balance().at("/held").asLong()).isZero();
        assertThat(shopper.current()).isEqualTo(6_000);
        assertThat(STRIPE.count("refunds")).isEqualTo(1);
    }
}

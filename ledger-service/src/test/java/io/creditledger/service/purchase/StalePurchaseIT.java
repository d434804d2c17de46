package io.creditledger.service.purchase;

import static io.creditledger.service.purchase.Shopper.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of purchases that nobody goes on with, where a day is a second and no news ever comes. */
@Timeout(120)
class StalePurchaseIT {

    static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(
            POSTGRES,
            STRIPE.properties(
                    "ledger.purchases.cancel-after=1s",
                    "ledger.purchases.resume-within=1s",
                    "ledger.stripe.first-poll=1h"));

    private static LedgerClient ledger;

    @BeforeAll
    static void connect() {
        ledger = LEDGER.client();
    }

    @Test
    void oneThatNobodyPaysIsCanceledHereAndAtStripe() {
        Shopper shopper = Shopper.opening("browses", ledger, STRIPE);
        Answer started = shopper.buy("k", SMALL).is(201);
        String purchase = started.text("/purchaseId");

        shopper.awaitStatus(purchase, "canceled");
        assertThat(shopper.purchase(purchase).at("/cancellation").asString()).isEqualTo("stale");
        assertThat(STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa")
                        .statusCode())
                .isEqualTo(400);
        assertThat(shopper.current()).isZero();
    }

    @Test
    void oneThatWasPaidJustBeforeEndsAsPaid() {
        Shopper shopper = Shopper.opening("pays-late", ledger, STRIPE);
        Answer started = shopper.buy("k", SMALL).is(201);
        STRIPE.confirmPayment(started.text("/clientSecret"), "pm_card_visa");

        // The first look comes when it is stale already: it is canceled, and that comes too late.
        shopper.awaitStatus(started.text("/purchaseId"), "succeeded");
        assertThat(shopper.facts("CancellationRequested")).hasSize(1);
        assertThat(shopper.current()).isEqualTo(10_000);
    }

    @Test
    void oneThatStripeWasNeverAskedForIsGivenUpAndChargesNobody() {
        Shopper shopper = Shopper.opening("never-asked", ledger, STRIPE);
        long before = STRIPE.count("paymentIntents");
        STRIPE.control("PUT", "faults", "{\"status\": 503, \"times\": 100000}");
        String purchase = shopper.buy("k", SMALL)
                .isProblem(503, "payment-provider-unavailable")
                .text("/purchaseId");
        Shopper.await("it is stale")
                .until(() -> shopper.facts("CancellationRequested").size() == 1
                        || shopper.status(purchase).equals("canceled"));
        STRIPE.calm();

        assertThat(shopper.buy("k", SMALL).status()).isIn(201, 503);
        assertThat(STRIPE.count("paymentIntents")).isEqualTo(before);
        assertThat(shopper.current()).isZero();
    }
}

package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PaymentState.Refund;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import io.creditledger.service.purchase.PaymentRequest;
import io.creditledger.service.purchase.ProviderPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract with the simulator, and what only a simulator can be made to do. */
class StripeSimulatorGatewayIT extends PaymentGatewayContract {

    private static final SimulatedStripe STRIPE = SimulatedStripe.start();

    @BeforeAll
    static void noWebhooks() {
        STRIPE.control("PUT", "/webhooks", "{\"deliver\":false}");
    }

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    @AfterEach
    void mend() {
        STRIPE.faults("{\"times\":0}");
    }

    @Override
    StripeProperties properties() {
        return properties(SimulatedStripe.SECRET_KEY, STRIPE.address(), Duration.ofSeconds(2));
    }

    @Test
    void aCustomerWhomTheBankKnowsHasPaid() {
        PaymentReference payment = gateway.request(withCard(savedCard("pm_card_authenticationRequired"), 1, true))
                .state()
                .paymentReference();

        STRIPE.control("POST", "/authenticate/" + payment, "{\"outcome\":\"succeed\"}");

        assertThat(gateway.read(payment).state().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void aCustomerWhomTheBankDoesNotKnowNeedsACard() {
        PaymentReference payment = gateway.request(withCard(savedCard("pm_card_authenticationRequired"), 1, true))
                .state()
                .paymentReference();

        STRIPE.control("POST", "/authenticate/" + payment, "{\"outcome\":\"fail\"}");

        assertThat(gateway.read(payment).state().status()).isEqualTo(PaymentStatus.REQUIRES_PAYMENT_METHOD);
        assertThat(gateway.read(payment).state().failure()).isNotNull();
    }

    @Test
    void aRepeatedRequestSaysThatThePaymentHasSucceededSince() {
        PaymentRequest request = withCard(savedCard("pm_card_authenticationRequired"), 1, true);
        PaymentReference payment = gateway.request(request).state().paymentReference();
        STRIPE.control("POST", "/authenticate/" + payment, "{\"outcome\":\"succeed\"}");

        assertThat(gateway.request(request).state().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 409, 500, 503})
    void aFailureThatPassesIsNotNoticed(int status) {
        PaymentMethodId card = savedCard("pm_card_visa");
        STRIPE.faults("{\"status\":" + status + ",\"times\":2,\"method\":\"POST\"}");

        ProviderPayment payment = gateway.request(withCard(card, 1, true));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(STRIPE.charges(customer)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 409, 500, 503})
    void aFailureThatLastsLeavesThePaymentUnknown(int status) {
        PaymentMethodId card = savedCard("pm_card_visa");
        STRIPE.faults("{\"status\":" + status + ",\"times\":100}");

        Instant start = Instant.now();
        assertThatThrownBy(() -> gateway.request(withCard(card, 1, true)))
                .isInstanceOfSatisfying(Unavailable.class, unavailable -> assertThat(unavailable.isRemembered())
                        .isFalse());

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(STRIPE.charges(customer)).isZero();
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgain() {
        PaymentMethodId card = savedCard("pm_card_visa");
        STRIPE.faults("{\"dropAfterEffect\":true,\"times\":2,\"method\":\"POST\"}");

        ProviderPayment payment = gateway.request(withCard(card, 1, true));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(STRIPE.charges(customer)).isEqualTo(1);
    }

    @Test
    void aPaymentWhoseAnswersWereAllLostIsFoundByTheNextTry() {
        PaymentMethodId card = savedCard("pm_card_visa");
        STRIPE.faults("{\"dropAfterEffect\":true,\"times\":100}");
        assertThatThrownBy(() -> gateway.request(withCard(card, 1, true))).isInstanceOf(Unavailable.class);
        mend();

        assertThat(gateway.request(withCard(card, 1, true)).state().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(STRIPE.charges(customer)).isEqualTo(1);
    }

    @Test
    void aTimeOutLeavesThePaymentUnknownAndTheNextTryFindsIt() {
        PaymentMethodId card = savedCard("pm_card_visa");
        STRIPE.faults("{\"delayMillis\":4000,\"times\":100,\"method\":\"POST\"}");
        assertThatThrownBy(() -> gateway.request(withCard(card, 1, true)))
                .isInstanceOfSatisfying(Unavailable.class, unavailable -> assertThat(unavailable.isRemembered())
                        .isFalse());
        mend();

        await().ignoreException(Unavailable.class)
                .until(() -> gateway.request(withCard(card, 1, true)).state().status() == PaymentStatus.SUCCEEDED);
        assertThat(STRIPE.charges(customer)).isEqualTo(1);
    }

    @Test
    void aFailureThatStripeHasStoredIsSaidToBe() {
        PaymentMethodId card = savedCard("pm_card_visa");
        STRIPE.faults("{\"status\":500,\"afterEffect\":true,\"times\":1,\"method\":\"POST\"}");

        assertThatThrownBy(() -> gateway.request(withCard(card, 1, true)))
                .isInstanceOfSatisfying(Unavailable.class, unavailable -> assertThat(unavailable.isRemembered())
                        .isTrue());

        assertThat(gateway.search(customer, purchase))
                .hasValueSatisfying(found -> assertThat(found.state().status()).isEqualTo(PaymentStatus.SUCCEEDED));
        assertThat(STRIPE.charges(customer)).isEqualTo(1);
    }

    @Test
    void aCustomerIsMadeAfterAFailureThatStripeHasStored() {
        STRIPE.faults("{\"status\":500,\"afterEffect\":true,\"times\":1,\"method\":\"POST\"}");

        assertThat(gateway.createCustomer(account, "Contract", 7)).isNotNull();
    }

    @Test
    void aCancellationIsMadeAfterAFailureThatStripeHasStored() {
        PaymentReference payment =
                gateway.request(toBePaidInABrowser(1)).state().paymentReference();
        STRIPE.faults("{\"status\":500,\"afterEffect\":true,\"times\":1,\"method\":\"POST\"}");

        assertThatThrownBy(() -> gateway.cancel(payment)).isInstanceOf(Unavailable.class);

        assertThat(gateway.cancel(payment).state().status()).isEqualTo(PaymentStatus.CANCELED);
    }

    @Test
    void aRefundWhoseAnswerWasLostIsMadeOnce() {
        PaymentReference payment = paid("pm_card_visa");
        RefundId refund = refundId();
        STRIPE.faults("{\"dropAfterEffect\":true,\"times\":100,\"method\":\"POST\"}");
        assertThatThrownBy(() -> gateway.refund(payment, refund, 300)).isInstanceOf(Unavailable.class);
        mend();

        gateway.refund(payment, refund, 300);

        assertThat(gateway.read(payment).state().refunds()).containsExactly(new Refund(refund, 300, true));
    }

    @Test
    void aWrongKeyFailsNoPurchase() {
        PaymentMethodId card = savedCard("pm_card_visa");
        StripeProperties wrong = properties("sk_test_wrong", STRIPE.address(), Duration.ofSeconds(2));

        assertThatThrownBy(
                        () -> gateway(StripeConfiguration.client(wrong), wrong).request(withCard(card, 1, true)))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"won, WON", "lost, LOST", "prevented, WON"})
    void aDisputeThatIsClosedIsStillSeen(String outcome, DisputeStatus status) {
        PaymentReference payment = paid("pm_card_createDispute");
        String dispute = gateway.read(payment)
                .state()
                .disputes()
                .getFirst()
                .disputeReference()
                .value();

        STRIPE.control("POST", "/disputes/" + dispute + "/close", "{\"outcome\":\"" + outcome + "\"}");

        assertThat(gateway.read(payment).state().disputes())
                .singleElement()
                .satisfies(closed -> assertThat(closed.status()).isEqualTo(status));
    }

    @Test
    void aRefundMadeAtStripeIsSeen() {
        PaymentReference payment = paid("pm_card_visa");

        STRIPE.control("POST", "/refunds", "{\"paymentIntent\":\"" + payment + "\",\"amount\":100}");

        assertThat(gateway.read(payment).state().refunds()).containsExactly(new Refund(null, 100, true));
    }

    @Test
    void manyAtOnceMakeOnePayment() throws Exception {
        PaymentMethodId card = savedCard("pm_card_visa");
        Callable<PaymentReference> request =
                () -> gateway.request(withCard(card, 1, true)).state().paymentReference();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var references = threads.invokeAll(List.of(request, request, request, request)).stream()
                    .map(future -> future.resultNow())
                    .distinct();
            assertThat(references).hasSize(1);
        }
        assertThat(STRIPE.charges(customer)).isEqualTo(1);
    }
}

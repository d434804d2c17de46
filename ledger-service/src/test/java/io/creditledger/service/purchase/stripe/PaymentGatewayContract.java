package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.SetupIntentCreateParams;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PaymentState.Dispute;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.PaymentState.Refund;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.service.platform.tracing.Traces;
import io.creditledger.service.purchase.CardSetup;
import io.creditledger.service.purchase.PaymentProviderException.Refused;
import io.creditledger.service.purchase.PaymentProviderException.Unavailable;
import io.creditledger.service.purchase.PaymentRequest;
import io.creditledger.service.purchase.ProviderPayment;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ledger relies on, whoever plays Stripe. Each test uses an account and ids of its own. */
abstract class PaymentGatewayContract {

    static final CreditPackage CREDITS =
            new CreditPackage(new PackageId("credits-10000"), 1, Credits.of(10_000), new Price(1_000, "usd"));

    private final String unique = UUID.randomUUID().toString().replace("-", "");
    final AccountId account = new AccountId("acct_" + unique);
    final PurchaseId purchase = new PurchaseId("pur_" + unique);
    private int refunds;

    StripeClient client = new StripeClient("sk_test_nothing_yet");
    StripePaymentGateway gateway = gateway(client, properties());
    CustomerReference customer = new CustomerReference("none yet");

    abstract StripeProperties properties();

    static StripeProperties properties(String secretKey, @Nullable String apiBase, Duration readTimeout) {
        return new StripeProperties(
                secretKey,
                "",
                List.of(),
                apiBase,
                StripeProperties.SCRIPT_ADDRESS,
                true,
                "contract",
                Duration.ofSeconds(3),
                readTimeout,
                2,
                Duration.ofSeconds(7),
                Duration.ofSeconds(30),
                16);
    }

    static StripePaymentGateway gateway(StripeClient client, StripeProperties properties) {
        StripeMetadata metadata = new StripeMetadata(properties.environment());
        StripeCalls calls =
                new StripeCalls(properties.isLive(), new StripeMeters(new SimpleMeterRegistry()), Traces.NONE);
        return new StripePaymentGateway(
                client,
                calls,
                new StripeKeys(properties.environment()),
                metadata,
                new PaymentReader(client, calls, metadata, Clock.systemUTC()));
    }

    @BeforeEach
    void connect() {
        client = StripeConfiguration.client(properties());
        gateway = gateway(client, properties());
        customer = gateway.createCustomer(account, "Contract", 0);
    }

    @Test
    void anAccountIsOneCustomer() {
        assertThat(gateway.createCustomer(account, "Contract", 0)).isEqualTo(customer);
        assertThat(gateway.createCustomer(account, "Contract", 1)).isNotEqualTo(customer);
    }

    @Test
    void aCustomerWhoseNameChangedBetweenTwoTriesIsStillMade() {
        assertThat(gateway.createCustomer(account, "Another name", 0)).isNotNull();
    }

    @Test
    void aPaymentWaitsForACard() {
        ProviderPayment payment = gateway.request(toBePaidInABrowser(1));

        PaymentState state = payment.state();
        assertThat(state.status()).isEqualTo(PaymentStatus.REQUIRES_PAYMENT_METHOD);
        assertThat(state.failure()).isNull();
        assertThat(state.customerReference()).isEqualTo(customer);
        assertThat(state.price()).isEqualTo(CREDITS.price());
        assertThat(state.observedAt())
                .isBetween(
                        Clock.systemUTC().instant().minusSeconds(60),
                        Clock.systemUTC().instant().plusSeconds(60));
        assertThat(payment.clientSecret().value()).startsWith(state.paymentReference() + "_secret_");
        assertThat(payment.address()).isEqualTo(new ProviderPayment.Address(account, purchase));
    }

    @Test
    void theSameAttemptIsTheSamePaymentAndAnotherIsAnother() {
        PaymentReference first = gateway.request(toBePaidInABrowser(1)).state().paymentReference();

        assertThat(gateway.request(toBePaidInABrowser(1)).state().paymentReference())
                .isEqualTo(first);
        assertThat(gateway.request(toBePaidInABrowser(2)).state().paymentReference())
                .isNotEqualTo(first);
    }

    @Test
    void aRepeatedRequestSaysHowThePaymentIsNow() {
        PaymentReference payment =
                gateway.request(toBePaidInABrowser(1)).state().paymentReference();
        gateway.cancel(payment);

        assertThat(gateway.request(toBePaidInABrowser(1)).state().status()).isEqualTo(PaymentStatus.CANCELED);
    }

    @Test
    void anAttemptThatAsksForSomethingElseIsNeitherDoneNorRefused() {
        gateway.request(toBePaidInABrowser(1));

        assertThatThrownBy(() -> gateway.request(withCard(savedCard("pm_card_visa"), 1, true)))
                .isInstanceOfSatisfying(Unavailable.class, unavailable -> assertThat(unavailable.isRemembered())
                        .isFalse());
    }

    @Test
    void aSavedCardPaysAtOnce() {
        PaymentState state =
                gateway.request(withCard(savedCard("pm_card_visa"), 1, true)).state();

        assertThat(state.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(state.receiptUrl()).isNotBlank();
        assertThat(state.refunds()).isEmpty();
        assertThat(state.disputes()).isEmpty();
    }

    @Test
    void aPaidRequestThatIsRepeatedPaysNothing() {
        PaymentMethodId card = savedCard("pm_card_visa");

        ProviderPayment first = gateway.request(withCard(card, 1, true));
        ProviderPayment second = gateway.request(withCard(card, 1, true));

        assertThat(second.state().paymentReference()).isEqualTo(first.state().paymentReference());
        assertThat(second.state().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void aDeclineIsAStateAndNoFailure() {
        PaymentMethodId card = savedCard("pm_card_chargeCustomerFail");

        PaymentState state = gateway.request(withCard(card, 1, true)).state();

        assertThat(state.status()).isEqualTo(PaymentStatus.REQUIRES_PAYMENT_METHOD);
        PaymentFailure failure = Objects.requireNonNull(state.failure());
        assertThat(failure.code()).isEqualTo("card_declined");
        assertThat(failure.declineCode()).isNotBlank();
        assertThat(failure.message()).isNotBlank();
        assertThat(gateway.request(withCard(card, 1, true)).state().paymentReference())
                .isEqualTo(state.paymentReference());
    }

    @Test
    void aCustomerWhoIsThereIsAskedByTheBank() {
        PaymentState state = gateway.request(withCard(savedCard("pm_card_authenticationRequired"), 1, true))
                .state();

        assertThat(state.status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
        assertThat(state.failure()).isNull();
    }

    @Test
    void aCustomerWhoIsNotThereIsNotWaitedFor() {
        PaymentState state = gateway.request(withCard(savedCard("pm_card_authenticationRequired"), 1, false))
                .state();

        assertThat(state.status()).isEqualTo(PaymentStatus.REQUIRES_PAYMENT_METHOD);
        assertThat(Objects.requireNonNull(state.failure()).code()).isEqualTo(PaymentFailure.AUTHENTICATION_REQUIRED);
    }

    @Test
    void aSavedCardPaysForACustomerWhoIsNotThere() {
        assertThat(gateway.request(withCard(savedCard("pm_card_visa"), 1, false))
                        .state()
                        .status())
                .isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void aPaymentIsCanceledOnceOrTwice() {
        PaymentReference payment =
                gateway.request(toBePaidInABrowser(1)).state().paymentReference();

        assertThat(gateway.cancel(payment).state().status()).isEqualTo(PaymentStatus.CANCELED);
        assertThat(gateway.cancel(payment).state().status()).isEqualTo(PaymentStatus.CANCELED);
    }

    @Test
    void aCancellationThatComesTooLateFindsThePaymentPaid() {
        PaymentReference payment = paid("pm_card_visa");

        assertThat(gateway.cancel(payment).state().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void aPartIsRefundedOnceHoweverOftenItIsAskedFor() {
        PaymentReference payment = paid("pm_card_visa");
        RefundId first = refundId();
        RefundId second = refundId();

        gateway.refund(payment, first, 300);
        gateway.refund(payment, first, 300);
        gateway.refund(payment, second, 200);

        assertThat(gateway.read(payment).state().refunds())
                .containsExactly(new Refund(first, 300, true), new Refund(second, 200, true));
    }

    @Test
    void moreThanWasPaidIsNotRefunded() {
        PaymentReference payment = paid("pm_card_visa");

        assertThatThrownBy(() ->
                        gateway.refund(payment, refundId(), CREDITS.price().amount() + 1))
                .isInstanceOf(Refused.class);
        gateway.refund(payment, refundId(), CREDITS.price().amount());
        assertThatThrownBy(() -> gateway.refund(payment, refundId(), 1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo("charge_already_refunded"));
    }

    @ParameterizedTest
    @CsvSource({"pm_card_pendingRefund, true", "pm_card_refundFail, false"})
    void aRefundIsInEffectUntilItFails(String card, boolean effective) {
        PaymentReference payment = paid(card);
        RefundId refund = refundId();

        gateway.refund(payment, refund, 300);

        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        gateway.read(payment).state().refunds().equals(List.of(new Refund(refund, 300, effective))));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_createDispute,                   fraudulent,           OPEN",
        "pm_card_createDisputeProductNotReceived, product_not_received, OPEN",
        "pm_card_createDisputeInquiry,            general,              INQUIRY"
    })
    void aDisputeBelongsToItsPayment(String card, String reason, DisputeStatus status) {
        PaymentReference payment = paid(card);

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        gateway.read(payment).state().disputes())
                .singleElement()
                .satisfies(dispute -> {
                    assertThat(dispute.status()).isEqualTo(status);
                    assertThat(dispute.reason()).isEqualTo(reason);
                    assertThat(dispute.amount()).isEqualTo(CREDITS.price().amount());
                }));
    }

    @Test
    void aDisputedPaymentIsNotRefunded() {
        PaymentReference payment = paid("pm_card_createDispute");
        await().atMost(Duration.ofMinutes(1)).until(() -> gateway.read(payment).state().disputes().stream()
                .map(Dispute::status)
                .anyMatch(DisputeStatus.OPEN::equals));

        assertThatThrownBy(() -> gateway.refund(payment, refundId(), 300))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo("charge_disputed"));
    }

    @Test
    void aCustomerWhomNobodyKnowsIsNamedAsTheReason() {
        customer = new CustomerReference("cus_nobody");

        assertThatThrownBy(() -> gateway.request(toBePaidInABrowser(1)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.isAboutCustomer())
                        .isTrue());
        assertThatThrownBy(() -> gateway.setUpCard(account, customer, "key"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.isAboutCustomer())
                        .isTrue());
        assertThat(gateway.search(customer, purchase)).isEmpty();
        assertThat(gateway.cards(customer)).isEmpty();
    }

    @Test
    void aCardThatNobodyKnowsIsARefusal() {
        assertThatThrownBy(() -> gateway.request(withCard(new PaymentMethodId("pm_nothing"), 1, true)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.isAboutCustomer())
                        .isFalse());
    }

    @Test
    void aPaymentThatNobodyKnowsIsARefusal() {
        assertThatThrownBy(() -> gateway.read(new PaymentReference("pi_nothing")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void cardsAreListedUntilTheyAreForgotten() {
        PaymentMethodId visa = savedCard("pm_card_visa");
        PaymentMethodId mastercard = savedCard("pm_card_mastercard");

        assertThat(gateway.cards(customer)).extracting(Card::brand).containsExactlyInAnyOrder("visa", "mastercard");
        gateway.forgetCard(visa);
        gateway.forgetCard(visa);

        assertThat(gateway.cards(customer)).singleElement().satisfies(card -> {
            assertThat(card.paymentMethodId()).isEqualTo(mastercard);
            assertThat(card.last4()).isEqualTo("4444");
            assertThat(card.expYear()).isGreaterThan(2025);
            assertThat(card.fingerprint()).isNotBlank();
        });
    }

    @Test
    void aCardThatNobodyKnowsIsForgottenAlready() {
        gateway.forgetCard(new PaymentMethodId("pm_nothing"));
    }

    @Test
    void aSetupIsPreparedOnceForEachKey() {
        CardSetup first = gateway.setUpCard(account, customer, "first");

        assertThat(gateway.setUpCard(account, customer, "first")).isEqualTo(first);
        assertThat(gateway.setUpCard(account, customer, "second")).isNotEqualTo(first);
        assertThat(gateway.setUpCard(account, customer, "long".repeat(100))
                        .clientSecret()
                        .value())
                .startsWith("seti_");
    }

    @Test
    void aPaymentIsFoundByItsPurchase() {
        PaymentReference payment =
                gateway.request(toBePaidInABrowser(1)).state().paymentReference();

        assertThat(gateway.search(customer, purchase))
                .hasValueSatisfying(
                        found -> assertThat(found.state().paymentReference()).isEqualTo(payment));
        assertThat(gateway.search(customer, new PurchaseId("pur_other"))).isEmpty();
    }

    @Test
    void anotherInstallationsPaymentIsNotOurs() {
        PaymentReference payment =
                gateway.request(toBePaidInABrowser(1)).state().paymentReference();
        StripeMetadata elsewhere = new StripeMetadata("elsewhere");
        StripeCalls calls = new StripeCalls(false, new StripeMeters(new SimpleMeterRegistry()), Traces.NONE);

        ProviderPayment read = new PaymentReader(client, calls, elsewhere, Clock.systemUTC()).read(payment);

        assertThat(read.address()).isNull();
    }

    @Test
    void testDataIsNotReadWithALiveKey() {
        PaymentReference payment =
                gateway.request(toBePaidInABrowser(1)).state().paymentReference();
        StripeMetadata metadata = new StripeMetadata(properties().environment());
        StripeCalls calls = new StripeCalls(true, new StripeMeters(new SimpleMeterRegistry()), Traces.NONE);

        assertThatThrownBy(() -> new PaymentReader(client, calls, metadata, Clock.systemUTC()).read(payment))
                .isInstanceOf(Unavailable.class);
    }

    final PaymentRequest toBePaidInABrowser(int attempt) {
        return new PaymentRequest(account, purchase, attempt, CREDITS, customer, null, true, true);
    }

    final PaymentRequest withCard(PaymentMethodId card, int attempt, boolean customerPresent) {
        return new PaymentRequest(account, purchase, attempt, CREDITS, customer, card, false, customerPresent);
    }

    final PaymentReference paid(String card) {
        PaymentState state = gateway.request(withCard(savedCard(card), 1, true)).state();
        assertThat(state.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        return state.paymentReference();
    }

    final RefundId refundId() {
        refunds++;
        return new RefundId("rfd_" + unique + refunds);
    }

    /** A card as a browser would have saved it. */
    final PaymentMethodId savedCard(String alias) {
        try {
            return new PaymentMethodId(client.v1()
                    .setupIntents()
                    .create(SetupIntentCreateParams.builder()
                            .setCustomer(customer.value())
                            .setPaymentMethod(alias)
                            .setConfirm(true)
                            .setAutomaticPaymentMethods(SetupIntentCreateParams.AutomaticPaymentMethods.builder()
                                    .setEnabled(true)
                                    .setAllowRedirects(
                                            SetupIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                                    .build())
                            .build())
                    .getPaymentMethod());
        } catch (StripeException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

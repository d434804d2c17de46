package io.creditledger.service.purchase.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.LedgerEvent;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.Payment;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseInitiator;
import io.creditledger.api.purchase.RefundId;
import io.creditledger.api.purchase.events.PaymentActionRequired;
import io.creditledger.api.purchase.events.PaymentDeclined;
import io.creditledger.api.purchase.events.PaymentRequested;
import io.creditledger.api.purchase.events.PaymentUnderWay;
import io.creditledger.api.purchase.events.PurchaseCanceled;
import io.creditledger.api.purchase.events.PurchaseFailed;
import io.creditledger.api.purchase.events.PurchaseRefunded;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.events.RefundFailed;
import io.creditledger.api.purchase.events.RefundRequested;
import io.creditledger.service.purchase.BrowserPayments;
import io.creditledger.service.purchase.CardConsent;
import io.creditledger.service.purchase.ClientSecret;
import io.creditledger.service.purchase.http.ShopController.BrowserConfig;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What purchases and refunds are answered, from the facts as they are stored. */
class AnswersTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final AccountId ALICE = new AccountId("alice");
    private static final PurchaseId PURCHASE = new PurchaseId("pur_1");
    private static final RefundId REFUND = new RefundId("rfd_1");
    private static final PaymentReference PAYMENT = new PaymentReference("pi_1");
    private static final PaymentFailure FAILURE = new PaymentFailure("card_declined", "lost_card", "Declined.");
    private static final Balance BEFORE = balance(10, 3);
    private static final PurchaseStarted STARTED = new PurchaseStarted(
            ALICE,
            PURCHASE,
            new CreditPackage(new PackageId("p"), 1, Credits.of(100), new Price(1_000, "usd")),
            PurchaseInitiator.CUSTOMER,
            null,
            true,
            BEFORE);

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(
                        new PaymentRequested(ALICE, PURCHASE, PAYMENT, NOON, BEFORE),
                        "requires_payment_method",
                        "pi_1",
                        true),
                Arguments.of(
                        new PaymentDeclined(ALICE, PURCHASE, PAYMENT, FAILURE, NOON, BEFORE),
                        "requires_payment_method",
                        "pi_1",
                        true),
                Arguments.of(
                        new PaymentActionRequired(ALICE, PURCHASE, PAYMENT, NOON, BEFORE),
                        "requires_action",
                        "pi_1",
                        true),
                Arguments.of(new PaymentUnderWay(ALICE, PURCHASE, PAYMENT, NOON, BEFORE), "processing", "pi_1", false),
                Arguments.of(
                        granted(new Payment(PURCHASE, PAYMENT, new Price(1_000, "usd"))), "succeeded", "pi_1", false),
                Arguments.of(new PurchaseFailed(ALICE, PURCHASE, FAILURE, BEFORE), "failed", "", false),
                Arguments.of(new PurchaseCanceled(ALICE, PURCHASE, PAYMENT, NOON, BEFORE), "canceled", "pi_1", false),
                Arguments.of(
                        new PurchaseCanceled(ALICE, PURCHASE, null, Instant.EPOCH, BEFORE), "canceled", "", false));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void aPurchaseIsAnsweredFromItsOutcomeAsItIsStored(
            LedgerEvent outcome, String status, String payment, boolean showsSecret) {
        Recorded first = StoredFacts.read(stored(outcome));

        JsonNode answer = json(PurchaseAnswer.of(STARTED, first, new ClientSecret("s")));

        assertThat(first).isEqualTo(new Recorded(outcome, 7, NOON, false));
        assertThat(answer.at("/status").asString()).isEqualTo(status);
        assertThat(answer.at("/paymentIntentId").asString("")).isEqualTo(payment);
        assertThat(answer.has("clientSecret")).isEqualTo(showsSecret);
        assertThat(answer.at("/package/version").asInt()).isEqualTo(1);
        assertThat(answer.at("/revision").asLong()).isEqualTo(7);
        assertThat(answer.at("/balance/revision").asLong()).isEqualTo(7);
        assertThat(answer.at("/balance/total").asLong())
                .isEqualTo(outcome.balance().total().amount());
        assertThat(answer.at("/occurredAt").asString()).isEqualTo("2026-03-01T12:00:00.123456Z");
    }

    @Test
    void aFailureIsSaidInThePaymentProvidersWords() {
        Recorded declined = recorded(new PaymentDeclined(ALICE, PURCHASE, PAYMENT, FAILURE, NOON, BEFORE));

        assertThat(PurchaseAnswer.of(STARTED, declined, new ClientSecret("s")).failure())
                .isEqualTo(FAILURE);
    }

    @Test
    void whatIsNoOutcomeIsNotTakenForOne() {
        assertThatThrownBy(() -> Outcome.of(STARTED)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outcome.of(granted(null))).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aRefundIsAnsweredFromWhatSettledIt() {
        Recorded refunded = recorded(new PurchaseRefunded(
                ALICE,
                PURCHASE,
                new Price(500, "usd"),
                List.of(REFUND),
                Credits.of(50),
                List.of(),
                NOON,
                balance(60, 3)));

        RefundAnswer answer = RefundAnswer.of(requested(), refunded);

        assertThat(answer.status()).isEqualTo(RefundAnswer.Status.SUCCEEDED);
        assertThat(answer.failure()).isNull();
        assertThat(answer.credits()).isEqualTo(50);
        assertThat(answer.balance().total()).isEqualTo(60);
        assertThat(answer.revision()).isEqualTo(7);
    }

    @Test
    void aRefundThatFailedSaysWhy() {
        Recorded failed =
                recorded(new RefundFailed(ALICE, REFUND, PURCHASE, Credits.of(50), FAILURE, null, balance(110, 3)));

        RefundAnswer answer = RefundAnswer.of(requested(), failed);

        assertThat(answer.status()).isEqualTo(RefundAnswer.Status.FAILED);
        assertThat(answer.failure()).isEqualTo(FAILURE);
        assertThat(answer.balance().available()).isEqualTo(107);
    }

    @Test
    void aBrowserIsToldWhomToGiveTheCardTo() {
        CardConsent consent = new CardConsent("We may charge it.");
        BrowserConfig config =
                BrowserConfig.of(new BrowserPayments("pk_1", "http://localhost/v3/", true), false, consent, List.of());
        BrowserConfig keyless =
                BrowserConfig.of(new BrowserPayments("", "http://localhost/v3/", false), false, consent, List.of());

        assertThat(config)
                .isEqualTo(
                        new BrowserConfig("pk_1", "http://localhost/v3/", true, false, "We may charge it.", List.of()));
        assertThat(keyless.publishableKey()).isNull();
    }

    private static RefundRequested requested() {
        return new RefundRequested(
                ALICE, REFUND, PURCHASE, Credits.of(50), new Price(500, "usd"), "Mistake", balance(110, 3));
    }

    private static CreditsGranted granted(@Nullable Payment payment) {
        return new CreditsGranted(
                ALICE,
                new LotId("lot_pur_1"),
                Credits.of(100),
                LotSource.PURCHASE,
                "Purchase of 100 credits",
                50,
                NOON,
                null,
                false,
                null,
                payment,
                balance(110, 3));
    }

    private static Recorded recorded(LedgerEvent fact) {
        return StoredFacts.read(stored(fact));
    }

    private static StoredFact stored(LedgerEvent fact) {
        return new StoredFact(
                7, fact.getClass().getSimpleName(), NOON, JsonMapper.shared().writeValueAsString(fact), "{}");
    }

    private static JsonNode json(Object answer) {
        return JsonMapper.shared().valueToTree(answer);
    }

    private static Balance balance(long total, long used) {
        return new Balance(Credits.of(total), Credits.of(used), Credits.ZERO, Credits.ZERO);
    }
}

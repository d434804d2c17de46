package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.ApiResource;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.PaymentState;
import io.creditledger.api.purchase.PaymentState.DisputeStatus;
import io.creditledger.api.purchase.PaymentState.PaymentStatus;
import io.creditledger.api.purchase.RefundId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentStatesTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final PaymentStates states = new PaymentStates(new StripeMetadata("test"));

    @ParameterizedTest
    @CsvSource({
        "requires_payment_method, REQUIRES_PAYMENT_METHOD",
        "requires_confirmation,   REQUIRES_PAYMENT_METHOD",
        "requires_action,         REQUIRES_ACTION",
        "processing,              PROCESSING",
        "requires_capture,        PROCESSING",
        "succeeded,               SUCCEEDED",
        "canceled,                CANCELED"
    })
    void aPaymentHasAStatus(String stripes, PaymentStatus ours) {
        assertThat(state(intent(stripes, "")).status()).isEqualTo(ours);
    }

    @Test
    void aStatusThatNobodyKnowsConcludesNothing() {
        assertThatThrownBy(() -> state(intent("requires_magic", ""))).hasMessageContaining("requires_magic");
    }

    @Test
    void aDeclineIsSaidInStripesWords() {
        PaymentState state = state(intent("requires_payment_method", """
                ,"last_payment_error":{"type":"card_error","code":"card_declined","decline_code":"lost_card","message":"Declined."}
                """));

        assertThat(state.failure()).isEqualTo(new PaymentFailure("card_declined", "lost_card", "Declined."));
    }

    @Test
    void aFailureWithoutACodeIsSaidByItsType() {
        assertThat(state(intent("requires_payment_method", ",\"last_payment_error\":{\"type\":\"api_error\"}"))
                        .failure())
                .isEqualTo(new PaymentFailure("api_error", null, "Stripe gave no reason."));
    }

    @Test
    void aPaymentThatSucceededHasNoFailure() {
        assertThat(state(intent("succeeded", ",\"last_payment_error\":{\"code\":\"card_declined\"}"))
                        .failure())
                .isNull();
    }

    @Test
    void aPriceIsInTheLedgersSpelling() {
        PaymentState state = state(read("""
                {"id":"pi_1","object":"payment_intent","amount":1000,"currency":"USD","status":"succeeded"}
                """, PaymentIntent.class));

        assertThat(state.price().currency()).isEqualTo("usd");
        assertThat(state.customerReference()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"succeeded, true", "pending, true", "requires_action, true", "failed, false", "canceled, false"})
    void aRefundIsInEffectOrNot(String status, boolean effective) {
        Refund refund = read(
                "{\"id\":\"re_1\",\"object\":\"refund\",\"amount\":300,\"status\":\"" + status
                        + "\",\"metadata\":{\"refund_id\":\"rfd_1\",\"env\":\"test\"}}",
                Refund.class);

        assertThat(states.state(intent("succeeded", ""), List.of(refund), List.of(), NOON)
                        .refunds())
                .containsExactly(new PaymentState.Refund(new RefundId("rfd_1"), 300, effective));
    }

    @Test
    void aRefundOfAnotherInstallationIsNotOurs() {
        Refund refund = read("""
                {"id":"re_1","object":"refund","amount":300,"status":"succeeded","metadata":{"refund_id":"rfd_1","env":"elsewhere"}}
                """, Refund.class);

        assertThat(states.state(intent("succeeded", ""), List.of(refund), List.of(), NOON)
                        .refunds())
                .containsExactly(new PaymentState.Refund(null, 300, true));
    }

    @ParameterizedTest
    @CsvSource({
        "warning_needs_response, INQUIRY",
        "warning_under_review,   INQUIRY",
        "warning_closed,         INQUIRY",
        "needs_response,         OPEN",
        "under_review,           OPEN",
        "won,                    WON",
        "prevented,              WON",
        "lost,                   LOST"
    })
    void aDisputeHasAStatus(String stripes, DisputeStatus ours) {
        Dispute dispute = read(
                "{\"id\":\"du_1\",\"object\":\"dispute\",\"amount\":1000,\"reason\":\"fraudulent\",\"status\":\""
                        + stripes + "\"}",
                Dispute.class);

        assertThat(states.state(intent("succeeded", ""), List.of(), List.of(dispute), NOON)
                        .disputes())
                .singleElement()
                .satisfies(seen -> assertThat(seen.status()).isEqualTo(ours));
    }

    private PaymentState state(PaymentIntent intent) {
        return states.state(intent, List.of(), List.of(), NOON);
    }

    private static PaymentIntent intent(String status, String more) {
        return read("""
                {"id":"pi_1","object":"payment_intent","amount":1000,"currency":"usd","customer":"cus_1","status":"%s"%s}
                """.formatted(status, more), PaymentIntent.class);
    }

    private static <T> T read(String json, Class<T> type) {
        return ApiResource.GSON.fromJson(json, type);
    }
}

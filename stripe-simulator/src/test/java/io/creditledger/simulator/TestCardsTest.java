package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import io.creditledger.simulator.stripe.TestCard;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each card three ways: the customer is there; the customer is away and the card was saved; the card is saved. */
class TestCardsTest {

    private static final String CARDS = """
            4242424242424242 | pm_card_visa                                     | succeeded                       | succeeded                       | succeeded
            5555555555554444 | pm_card_mastercard                               | succeeded                       | succeeded                       | succeeded
            378282246310005  | pm_card_amex                                     | succeeded                       | succeeded                       | succeeded
            4000000000000002 | pm_card_visa_chargeDeclined                      | card_declined generic_decline   | -                               | card_declined generic_decline
            4000000000009995 | pm_card_visa_chargeDeclinedInsufficientFunds     | card_declined insufficient_funds| -                               | card_declined insufficient_funds
            4000000000009987 | pm_card_visa_chargeDeclinedLostCard              | card_declined lost_card         | -                               | card_declined lost_card
            4000000000009979 | pm_card_visa_chargeDeclinedStolenCard            | card_declined stolen_card       | -                               | card_declined stolen_card
            4000000000000069 | pm_card_chargeDeclinedExpiredCard                | expired_card                    | -                               | expired_card
            4000000000000127 | pm_card_chargeDeclinedIncorrectCvc               | incorrect_cvc                   | -                               | incorrect_cvc
            4000000000000119 | pm_card_chargeDeclinedProcessingError            | processing_error                | -                               | processing_error
            4000000000006975 | pm_card_visa_chargeDeclinedVelocityLimitExceeded | card_declined card_velocity_exceeded | -                          | card_declined card_velocity_exceeded
            4000000000000341 | pm_card_chargeCustomerFail                       | card_declined generic_decline   | card_declined generic_decline   | succeeded
            4000002500003155 | pm_card_authenticationRequiredOnSetup            | 3DS succeeded                   | succeeded                       | 3DS succeeded
            4000002760003184 | pm_card_authenticationRequired                   | 3DS succeeded                   | authentication_required authentication_required | 3DS succeeded
            4000003800000446 | pm_card_authenticationRequiredSetupForOffSession | 3DS succeeded                   | succeeded                       | 3DS succeeded
            4000008260003178 | pm_card_authenticationRequiredChargeDeclinedInsufficientFunds | 3DS card_declined insufficient_funds | card_declined insufficient_funds | 3DS succeeded
            4000000000003220 | pm_card_threeDSecure2Required                    | 3DS succeeded                   | authentication_required authentication_required | 3DS succeeded
            4000000000003063 | pm_card_threeDSecureRequired                     | 3DS succeeded                   | authentication_required authentication_required | 3DS succeeded
            4000008400001629 | pm_card_threeDSecureRequiredChargeDeclined       | 3DS card_declined generic_decline | authentication_required authentication_required | 3DS succeeded
            4000008400001280 | pm_card_threeDSecureRequiredProcessingError      | card_declined processing_error  | -                               | card_declined processing_error
            4000000000003055 | pm_card_threeDSecureOptional                     | succeeded                       | succeeded                       | succeeded
            4000000000000259 | pm_card_createDispute                            | succeeded                       | succeeded                       | succeeded
            4000000000002685 | pm_card_createDisputeProductNotReceived          | succeeded                       | succeeded                       | succeeded
            4000000000001976 | pm_card_createDisputeInquiry                     | succeeded                       | succeeded                       | succeeded
            4000000000005423 | pm_card_createIssuerFraudRecord                  | succeeded                       | succeeded                       | succeeded
            4000000000007726 | pm_card_pendingRefund                            | succeeded                       | succeeded                       | succeeded
            4000000000005126 | pm_card_refundFail                               | succeeded                       | succeeded                       | succeeded
            4100000000000019 | pm_card_radarBlock                               | card_declined fraudulent        | card_declined fraudulent        | succeeded
            4000000000004954 | pm_card_riskLevelHighest                         | card_declined fraudulent        | card_declined fraudulent        | succeeded
            4000000000000077 | pm_card_bypassPending                            | succeeded                       | succeeded                       | succeeded
            """;

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CARDS)
    void paidWhileTheCustomerIsThere(String number, String alias, String present) {
        assertThat(outcome(stripe.paid(alias))).isEqualTo(present);
        assertThat(outcome(stripe.paid(typed(number)))).isEqualTo(present);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CARDS)
    void savedAndThenPaidWhileTheCustomerIsAway(
            String number, String alias, String present, String absent, String saved) {
        String customer = stripe.customer();

        Reply setup = stripe.post(
                "/v1/setup_intents",
                "customer=" + customer,
                "payment_method_types[]=card",
                "payment_method=" + alias,
                "confirm=true");

        assertThat(outcome(setup)).isEqualTo(saved);
        if (!absent.equals("-")) {
            String card =
                    stripe.get("/v1/customers/" + customer + "/payment_methods").text("/data/0/id");
            Reply payment = stripe.paid(card, "customer=" + customer, "off_session=true");
            assertThat(outcome(payment)).isEqualTo(absent);
        }
    }

    @Test
    void theTableHasEveryCard() {
        Set<String> listed =
                CARDS.lines().map(line -> line.split("\\|", -1)[1].strip()).collect(Collectors.toSet());

        assertThat(listed)
                .isEqualTo(Arrays.stream(TestCard.values()).map(TestCard::alias).collect(Collectors.toSet()));
    }

    private String typed(String number) {
        String cvc = number.startsWith("3") ? "1234" : "123";
        return stripe.post(
                        "/v1/payment_methods",
                        "type=card",
                        "card[number]=" + number,
                        "card[exp_month]=12",
                        "card[exp_year]=2034",
                        "card[cvc]=" + cvc)
                .id();
    }

    /** The end, 3-D Secure passed if it is asked for. */
    private String outcome(Reply reply) {
        if (reply.text("/status").equals("requires_action")) {
            stripe.control("POST", "/authenticate/" + reply.id(), "{\"outcome\":\"succeed\"}");
            return "3DS " + result(stripe.reread(reply));
        }
        return result(reply);
    }

    private static String result(Reply reply) {
        if (reply.status() == 402) {
            return code(reply.error("code"), reply.error("decline_code"));
        }
        String status = reply.text("/status");
        return status.equals("requires_payment_method")
                ? code(reply.text("/last_payment_error/code"), reply.text("/last_payment_error/decline_code"))
                : status;
    }

    private static String code(String code, String declineCode) {
        return (code + " " + declineCode).strip();
    }

    @ParameterizedTest
    @CsvSource({
        "4242424242424241, 12, 2034, 123,  incorrect_number",
        "4242424242424242, 13, 2034, 123,  invalid_expiry_month",
        "4242424242424242, 12, 2019, 123,  invalid_expiry_year",
        "4242424242424242, 12, 2034, 12,   invalid_cvc",
        "378282246310005,  12, 2034, 123,  invalid_cvc",
        "4111111111111111, 12, 2034, 123,  card_declined"
    })
    void aCardThatCannotBeIsRefused(String number, String month, String year, String cvc, String code) {
        Reply refused = stripe.post(
                "/v1/payment_methods",
                "type=card",
                "card[number]=" + number,
                "card[exp_month]=" + month,
                "card[exp_year]=" + year,
                "card[cvc]=" + cvc);

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.error("code")).isEqualTo(code);
    }

    @Test
    void theSameNumberHasTheSameFingerprintAndEachUseOfANameIsANewCard() {
        Reply first = stripe.get("/v1/payment_methods/pm_card_visa");
        Reply second = stripe.get("/v1/payment_methods/pm_card_visa");
        Reply other = stripe.get("/v1/payment_methods/pm_card_mastercard");

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.text("/card/fingerprint"))
                .isEqualTo(second.text("/card/fingerprint"))
                .isNotEqualTo(other.text("/card/fingerprint"));
        assertThat(other.text("/card/brand")).isEqualTo("mastercard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_radarBlock", "pm_card_riskLevelHighest"})
    void aBlockedPaymentIsNotSentToTheNetwork(String card) {
        Reply declined = stripe.paid(card);

        Reply charge = stripe.get("/v1/charges/" + declined.error("charge"));

        assertThat(charge.text("/outcome/type")).isEqualTo("blocked");
        assertThat(charge.text("/outcome/risk_level")).isEqualTo("highest");
    }

    @Test
    void moneyIsAvailableAtOnceOnlyWithItsCard() {
        String expand = "expand[]=latest_charge.balance_transaction";

        assertThat(stripe.paid("pm_card_bypassPending", expand).text("/latest_charge/balance_transaction/status"))
                .isEqualTo("available");
        assertThat(stripe.paid("pm_card_visa", expand).text("/latest_charge/balance_transaction/status"))
                .isEqualTo("pending");
    }

    @Test
    void aSuspiciousCardBringsAnEarlyFraudWarning() {
        stripe.paid("pm_card_createIssuerFraudRecord");

        assertThat(stripe.happened()).endsWith("payment_intent.succeeded", "radar.early_fraud_warning.created");
    }
}

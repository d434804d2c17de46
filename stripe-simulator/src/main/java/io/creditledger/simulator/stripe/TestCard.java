package io.creditledger.simulator.stripe;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards that Stripe has for tests, each with what it does. */
public enum TestCard {
    VISA("4242424242424242", "pm_card_visa", "succeeds"),
    MASTERCARD("5555555555554444", "pm_card_mastercard", "succeeds"),
    AMEX("378282246310005", "pm_card_amex", "succeeds; its CVC has four digits"),
    DECLINED("4000000000000002", "pm_card_visa_chargeDeclined", "declined: generic_decline", Decline.GENERIC),
    INSUFFICIENT_FUNDS(
            "4000000000009995",
            "pm_card_visa_chargeDeclinedInsufficientFunds",
            "declined: insufficient_funds",
            Decline.INSUFFICIENT_FUNDS),
    LOST("4000000000009987", "pm_card_visa_chargeDeclinedLostCard", "declined: lost_card", Decline.LOST),
    STOLEN("4000000000009979", "pm_card_visa_chargeDeclinedStolenCard", "declined: stolen_card", Decline.STOLEN),
    EXPIRED("4000000000000069", "pm_card_chargeDeclinedExpiredCard", "expired_card", Decline.EXPIRED),
    WRONG_CVC("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", Decline.WRONG_CVC),
    PROCESSING_ERROR(
            "4000000000000119", "pm_card_chargeDeclinedProcessingError", "processing_error", Decline.PROCESSING_ERROR),
    TOO_OFTEN(
            "4000000000006975",
            "pm_card_visa_chargeDeclinedVelocityLimitExceeded",
            "declined: card_velocity_exceeded",
            Decline.TOO_OFTEN),
    FAILS_LATER(
            "4000000000000341",
            "pm_card_chargeCustomerFail",
            "can be saved; every charge is declined",
            Authentication.NEVER,
            Decline.GENERIC),
    AUTHENTICATED_ON_SETUP(
            "4000002500003155",
            "pm_card_authenticationRequiredOnSetup",
            "asks for 3-D Secure; once saved, charges without the customer succeed",
            Authentication.UNLESS_SET_UP,
            null),
    ALWAYS_AUTHENTICATED(
            "4000002760003184",
            "pm_card_authenticationRequired",
            "asks for 3-D Secure every time; without the customer: authentication_required",
            Authentication.ALWAYS,
            null),
    ALREADY_SET_UP(
            "4000003800000446",
            "pm_card_authenticationRequiredSetupForOffSession",
            "asks for 3-D Secure only while the customer is there",
            Authentication.CUSTOMER_PRESENT,
            null),
    AUTHENTICATED_WITHOUT_FUNDS(
            "4000008260003178",
            "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
            "3-D Secure, then insufficient_funds",
            Authentication.UNLESS_SET_UP,
            Decline.INSUFFICIENT_FUNDS),
    THREE_D_SECURE_2("4000000000003220", "pm_card_threeDSecure2Required", "3-D Secure 2", Authentication.ALWAYS, null),
    THREE_D_SECURE("4000000000003063", "pm_card_threeDSecureRequired", "3-D Secure", Authentication.ALWAYS, null),
    AUTHENTICATED_THEN_DECLINED(
            "4000008400001629",
            "pm_card_threeDSecureRequiredChargeDeclined",
            "3-D Secure, then declined",
            Authentication.ALWAYS,
            Decline.GENERIC),
    AUTHENTICATION_BROKEN(
            "4000008400001280",
            "pm_card_threeDSecureRequiredProcessingError",
            "the lookup for 3-D Secure fails: declined, processing_error",
            Decline.LOOKUP_FAILED),
    THREE_D_SECURE_OPTIONAL(
            "4000000000003055", "pm_card_threeDSecureOptional", "3-D Secure is possible, but not asked for"),
    DISPUTED("4000000000000259", "pm_card_createDispute", "succeeds, then a dispute: fraudulent", Aftermath.FRAUDULENT),
    DISPUTED_NOT_RECEIVED(
            "4000000000002685",
            "pm_card_createDisputeProductNotReceived",
            "succeeds, then a dispute: product_not_received",
            Aftermath.NOT_RECEIVED),
    INQUIRY("4000000000001976", "pm_card_createDisputeInquiry", "succeeds, then an inquiry", Aftermath.INQUIRY),
    FRAUD_WARNING(
            "4000000000005423",
            "pm_card_createIssuerFraudRecord",
            "succeeds, then an early fraud warning",
            Aftermath.FRAUD_WARNING),
    REFUND_PENDING(
            "4000000000007726",
            "pm_card_pendingRefund",
            "succeeds; a refund is pending first",
            Aftermath.REFUND_PENDING),
    REFUND_FAILS(
            "4000000000005126", "pm_card_refundFail", "succeeds; a refund fails afterwards", Aftermath.REFUND_FAILS),
    BLOCKED("4100000000000019", "pm_card_radarBlock", "blocked by Radar", Authentication.NEVER, Decline.FRAUDULENT),
    HIGHEST_RISK(
            "4000000000004954",
            "pm_card_riskLevelHighest",
            "blocked by Radar",
            Authentication.NEVER,
            Decline.FRAUDULENT),
    FUNDS_AT_ONCE(
            "4000000000000077",
            "pm_card_bypassPending",
            "succeeds; the money is available at once",
            Aftermath.AVAILABLE);

    /** When the bank wants to see its customer. */
    enum Authentication {
        NEVER,
        UNLESS_SET_UP,
        CUSTOMER_PRESENT,
        ALWAYS;

        boolean isNeeded(boolean customerPresent, boolean setUp) {
            return switch (this) {
                case NEVER -> false;
                case UNLESS_SET_UP -> customerPresent || !setUp;
                case CUSTOMER_PRESENT -> customerPresent;
                case ALWAYS -> true;
            };
        }
    }

    /** What happens after a charge has succeeded. */
    enum Aftermath {
        NOTHING,
        FRAUDULENT,
        NOT_RECEIVED,
        INQUIRY,
        FRAUD_WARNING,
        REFUND_PENDING,
        REFUND_FAILS,
        AVAILABLE
    }

    private final String number;
    private final String alias;
    private final String behaviour;
    private final Authentication authentication;
    private final @Nullable Decline decline;
    private final boolean saveable;
    private final Aftermath aftermath;

    TestCard(String number, String alias, String behaviour) {
        this(number, alias, behaviour, Aftermath.NOTHING);
    }

    TestCard(String number, String alias, String behaviour, Aftermath aftermath) {
        this(number, alias, behaviour, Authentication.NEVER, null, true, aftermath);
    }

    /** A card that is refused from the start, also when it is to be saved. */
    TestCard(String number, String alias, String behaviour, Decline decline) {
        this(number, alias, behaviour, Authentication.NEVER, decline, false, Aftermath.NOTHING);
    }

    TestCard(String number, String alias, String behaviour, Authentication authentication, @Nullable Decline decline) {
        this(number, alias, behaviour, authentication, decline, true, Aftermath.NOTHING);
    }

    TestCard(
            String number,
            String alias,
            String behaviour,
            Authentication authentication,
            @Nullable Decline decline,
            boolean saveable,
            Aftermath aftermath) {
        this.number = number;
        this.alias = alias;
        this.behaviour = behaviour;
        this.authentication = authentication;
        this.decline = decline;
        this.saveable = saveable;
        this.aftermath = aftermath;
    }

    static Optional<TestCard> withNumber(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    static Optional<TestCard> withAlias(String alias) {
        return Arrays.stream(values()).filter(card -> card.alias.equals(alias)).findFirst();
    }

    public String number() {
        return number;
    }

    public String alias() {
        return alias;
    }

    public String behaviour() {
        return behaviour;
    }

    Authentication authentication() {
        return authentication;
    }

    /** Why a charge is declined, or null if it is not. */
    @Nullable
    Decline chargeDecline() {
        return decline;
    }

    /** Why the card is not saved, or null if it is. */
    @Nullable
    Decline savingDecline() {
        return saveable ? null : decline;
    }

    Aftermath aftermath() {
        return aftermath;
    }

    String brand() {
        return switch (number.charAt(0)) {
            case '3' -> "amex";
            case '5' -> "mastercard";
            default -> "visa";
        };
    }

    int cvcLength() {
        return brand().equals("amex") ? 4 : 3;
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }
}

package io.creditledger.simulator.stripe;

import org.jspecify.annotations.Nullable;

/** Why a card was not charged or not accepted. */
enum Decline {
    GENERIC("card_declined", "generic_decline", "Your card was declined.", null),
    INSUFFICIENT_FUNDS("card_declined", "insufficient_funds", "Your card has insufficient funds.", null),
    LOST("card_declined", "lost_card", "Your card was declined.", null),
    STOLEN("card_declined", "stolen_card", "Your card was declined.", null),
    FRAUDULENT("card_declined", "fraudulent", "Your card was declined.", null),
    LOOKUP_FAILED("card_declined", "processing_error", "Your card was declined.", null),
    TOO_OFTEN(
            "card_declined",
            "card_velocity_exceeded",
            "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
            null),
    NOT_A_TEST_CARD(
            "card_declined",
            "test_mode_live_card",
            "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test"
                    + " cards, visit: https://stripe.com/docs/testing.",
            null),
    EXPIRED("expired_card", null, "Your card has expired.", "exp_month"),
    WRONG_CVC("incorrect_cvc", null, "Your card's security code is incorrect.", "cvc"),
    PROCESSING_ERROR(
            "processing_error", null, "An error occurred while processing your card. Try again in a little bit.", null),
    AUTHENTICATION_REQUIRED(
            "authentication_required",
            "authentication_required",
            "Your card was declined. This transaction requires authentication.",
            null),
    WRONG_NUMBER("incorrect_number", null, "Your card number is incorrect.", "card[number]"),
    INVALID_MONTH("invalid_expiry_month", null, "Your card's expiration month is invalid.", "card[exp_month]"),
    INVALID_YEAR("invalid_expiry_year", null, "Your card's expiration year is invalid.", "card[exp_year]"),
    INVALID_CVC("invalid_cvc", null, "Your card's security code is invalid.", "card[cvc]");

    private final String code;
    private final @Nullable String declineCode;
    private final String message;
    private final @Nullable String parameter;

    Decline(String code, @Nullable String declineCode, String message, @Nullable String parameter) {
        this.code = code;
        this.declineCode = declineCode;
        this.message = message;
        this.parameter = parameter;
    }

    String code() {
        return code;
    }

    @Nullable
    String declineCode() {
        return declineCode;
    }

    String message() {
        return message;
    }

    @Nullable
    String parameter() {
        return parameter;
    }

    /** Blocked before the bank was asked. */
    boolean isBlocked() {
        return this == FRAUDULENT;
    }
}

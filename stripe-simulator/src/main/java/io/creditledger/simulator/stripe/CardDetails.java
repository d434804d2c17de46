package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Json;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A card as somebody typed it, checked. */
record CardDetails(
        TestCard card,
        YearMonth expiry,
        boolean withCvc,
        ObjectNode billingDetails,
        @Nullable String allowRedisplay,
        ObjectNode metadata) {

    private static final int CENTURY = 2000;

    /** As the parameters of a payment method have it. */
    static CardDetails in(Parameters parameters, YearMonth now) {
        if (!"card".equals(parameters.requiredText("type"))) {
            throw StripeFailure.invalid(
                    "parameter_invalid_enum", parameters.pathOf("type"), "Invalid type: the simulator has only card.");
        }
        Parameters card = parameters.group("card");
        if (card == null) {
            throw StripeFailure.missing(parameters.pathOf("card"));
        }
        String number = card.requiredText("number").replace(" ", "");
        YearMonth expiry = expiry(card, now);
        String cvc = card.text("cvc");
        ObjectNode noted = Json.object().set(Metadata.FIELD, Json.object());
        parameters.writeMetadata(noted);
        ObjectNode billing = BillingDetails.none();
        BillingDetails.write(parameters, billing);
        String allowRedisplay = parameters.choice("allow_redisplay", "always", "limited", "unspecified");
        parameters.end();
        TestCard known = known(number);
        if (cvc != null && (cvc.length() != known.cvcLength() || !isDigits(cvc))) {
            throw StripeFailure.card(Decline.INVALID_CVC);
        }
        return new CardDetails(
                known, expiry, cvc != null, billing, allowRedisplay, Json.objectOf(noted, Metadata.FIELD));
    }

    /** As the test cards with names have it. */
    static CardDetails of(TestCard card, YearMonth now) {
        YearMonth expiry = YearMonth.of(now.getYear() + 1, 8);
        return new CardDetails(card, expiry, true, BillingDetails.none(), null, Json.object());
    }

    private static YearMonth expiry(Parameters card, YearMonth now) {
        Long month = card.integer("exp_month");
        Long year = card.integer("exp_year");
        if (month == null || year == null) {
            throw StripeFailure.missing(card.pathOf(month == null ? "exp_month" : "exp_year"));
        }
        long fullYear = year < 100 ? year + CENTURY : year;
        if (month < 1 || month > 12) {
            throw StripeFailure.card(Decline.INVALID_MONTH);
        }
        if (fullYear < now.getYear() || fullYear > now.getYear() + 50) {
            throw StripeFailure.card(Decline.INVALID_YEAR);
        }
        YearMonth expiry = YearMonth.of((int) fullYear, month.intValue());
        if (expiry.isBefore(now)) {
            throw StripeFailure.card(Decline.INVALID_MONTH);
        }
        return expiry;
    }

    private static TestCard known(String number) {
        if (!isDigits(number) || !hasCheckDigit(number)) {
            throw StripeFailure.card(Decline.WRONG_NUMBER);
        }
        return TestCard.withNumber(number).orElseThrow(() -> StripeFailure.card(Decline.NOT_A_TEST_CARD));
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private static boolean hasCheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    static YearMonth monthOf(Instant now) {
        return YearMonth.from(now.atZone(ZoneOffset.UTC));
    }
}

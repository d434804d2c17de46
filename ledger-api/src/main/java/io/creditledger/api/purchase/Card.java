package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A saved card, as much of it as may be kept.
 *
 * @param brand as in {@code visa}
 * @param last4 the last four digits
 * @param expMonth 1 to 12
 * @param expYear four digits
 * @param fingerprint the same for the same card number, whoever saved it how often
 * @param country two letters, where the card was issued
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Card(
        PaymentMethodId paymentMethodId,
        String brand,
        String last4,
        int expMonth,
        int expYear,
        @Nullable String fingerprint,
        @Nullable String country) {}

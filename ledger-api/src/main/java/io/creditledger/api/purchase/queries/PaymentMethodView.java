package io.creditledger.api.purchase.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A saved card.
 *
 * @param removed whether it is no longer there: only those who follow what happens are told of such
 * @param revision the account's revision of the last change of the card
 */
public record PaymentMethodView(
        String paymentMethodId,
        String brand,
        String last4,
        int expMonth,
        int expYear,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String fingerprint,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String country,
        boolean isDefault,
        boolean removed,
        long revision) {}

package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a payment did not come about, in the payment provider's words.
 *
 * @param code what kind of failure, as in {@code card_declined}
 * @param declineCode the bank's reason, as in {@code insufficient_funds}
 * @param message for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentFailure(String code, @Nullable String declineCode, String message) {

    /** The bank wants to see the customer, who is not there. */
    public static final String AUTHENTICATION_REQUIRED = "authentication_required";
}

package io.creditledger.api.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the payment provider knows the account as, and which of its cards are to be forgotten there.
 *
 * @param customerReference null while there is none
 * @param customersBefore how many customers of the account the payment provider has forgotten
 * @param displayName what people call the account
 * @param removals cards that were removed and may still be attached to the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerState(
        @Nullable CustomerReference customerReference,
        int customersBefore,
        @Nullable String displayName,
        List<PaymentMethodId> removals) {

    public CustomerState {
        removals = List.copyOf(removals);
    }
}

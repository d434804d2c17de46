package io.creditledger.service.purchase;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentReference;
import org.jspecify.annotations.Nullable;

/** That something has happened at the payment provider. Only a hint where to look: what has happened is read there. */
public sealed interface PaymentNews {

    /** Something about a payment: it itself, its refunds, its disputes. */
    record PaymentChanged(PaymentReference paymentReference) implements PaymentNews {}

    /**
     * Something about the cards of a customer.
     *
     * @param accountId whose customer it is said to be; null when that is not said
     */
    record CardsChanged(
            CustomerReference customerReference, @Nullable AccountId accountId) implements PaymentNews {}

    /** A customer is no more. */
    record CustomerDeleted(CustomerReference customerReference) implements PaymentNews {}

    /** What came of looking. */
    enum Verdict {
        /** The ledger knows now. */
        LEARNT,
        /** It is about nothing of the ledger's. */
        NOT_OURS,
        /** It is said to be about something that the ledger does not know, at least not yet: look again later. */
        UNKNOWN_YET,
        /** It contradicts what the ledger knows: for a person to look at. Nothing was concluded from it. */
        CONTRADICTED
    }
}

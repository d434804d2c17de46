package io.creditledger.api.purchase.queries;

import io.creditledger.api.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the ledger still has to do with the payment provider.
 *
 * @param purchaseId the purchase it is about; null for what is about the account's cards or top-ups
 * @param dueAt since when it is to be done
 */
public record UnfinishedPayment(
        AccountId accountId, Kind kind, @Nullable String purchaseId, Instant dueAt) {

    /** What there is to do. */
    public enum Kind {
        /** A purchase that may still be paid: ask how its payment stands. */
        PURCHASE,
        /** A refund that was asked for: make it. */
        REFUND,
        /** A card that was removed: have it forgotten. */
        CARD_REMOVAL,
        /** Time has come for automatic top-ups to go on. */
        AUTO_TOP_UP
    }
}

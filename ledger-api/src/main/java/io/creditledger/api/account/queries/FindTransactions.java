package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The movements of an account, newest first; answered by a {@link Page} of {@link TransactionLine}.
 *
 * @param type only of this type
 * @param websiteId only of this website
 * @param from only from this moment on
 * @param to only before this moment
 * @param text only with this text in the description, letter case aside
 * @param throughRevision only up to and including this revision
 * @param afterRevision only of later revisions, and then oldest first: for following the history
 */
public record FindTransactions(
        AccountId accountId,
        @Nullable TransactionType type,
        @Nullable String websiteId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        @Nullable Long throughRevision,
        @Nullable Long afterRevision,
        int limit,
        @Nullable String cursor,
        @Nullable Long minRevision)
        implements AccountQuery {

    public static FindTransactions of(AccountId account, int limit) {
        return new FindTransactions(account, null, null, null, null, null, null, null, limit, null, null);
    }

    public static FindTransactions after(AccountId account, long revision, int limit) {
        return new FindTransactions(account, null, null, null, null, null, null, revision, limit, null, null);
    }
}

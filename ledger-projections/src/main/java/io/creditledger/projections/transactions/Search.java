package io.creditledger.projections.transactions;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.TransactionType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for, and between which revisions.
 *
 * @param lowest the lowest revision to look at
 * @param highest the highest revision to look at
 */
record Search(
        AccountId account,
        @Nullable TransactionType type,
        @Nullable String websiteId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        boolean oldestFirst,
        long lowest,
        long highest) {

    static Search of(FindTransactions question, long lowest, long highest) {
        return new Search(
                question.accountId(),
                question.type(),
                question.websiteId(),
                question.from(),
                question.to(),
                question.text(),
                question.afterRevision() != null,
                lowest,
                highest);
    }

    /** Whether there is an index of just the lines of the type. */
    boolean isRareType() {
        return type != null && type != TransactionType.CONSUMPTION;
    }

    /** Whether an index leads to the lines alone; otherwise others between them are looked at, too. */
    boolean isIndexed() {
        return text == null && from == null && to == null && !(type != null && websiteId != null);
    }

    /** The first part of this search, which looks at no more than a number of revisions. */
    Search first(long revisions) {
        return oldestFirst
                ? between(lowest, Math.min(highest, lowest + revisions - 1))
                : between(Math.max(lowest, highest - revisions + 1), highest);
    }

    /** What is left of this search after such a first part. */
    Search after(Search part) {
        return oldestFirst ? between(part.highest + 1, highest) : between(lowest, part.lowest - 1);
    }

    boolean isDone() {
        return lowest > highest;
    }

    private Search between(long low, long high) {
        return new Search(account, type, websiteId, from, to, text, oldestFirst, low, high);
    }
}

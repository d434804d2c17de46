package io.creditledger.client;

import io.creditledger.api.account.queries.TransactionType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which movements of an account are wanted. What is null does not matter.
 *
 * @param type only of this type
 * @param websiteId only of this website
 * @param from only from this moment on
 * @param to only before this moment
 * @param text only with this text in the description, letter case aside, up to 200 characters
 * @param minRevision not before the list shows this revision of the account, as a command answered it
 */
public record TransactionFilter(
        @Nullable TransactionType type,
        @Nullable String websiteId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        @Nullable Long minRevision) {

    public static final TransactionFilter ALL = new TransactionFilter(null, null, null, null, null, null);

    public TransactionFilter ofType(TransactionType other) {
        return new TransactionFilter(other, websiteId, from, to, text, minRevision);
    }

    public TransactionFilter ofWebsite(String other) {
        return new TransactionFilter(type, other, from, to, text, minRevision);
    }

    /** Only from one moment on and before another. */
    public TransactionFilter between(Instant start, Instant end) {
        return new TransactionFilter(type, websiteId, start, end, text, minRevision);
    }

    public TransactionFilter withText(String other) {
        return new TransactionFilter(type, websiteId, from, to, other, minRevision);
    }

    /** As new as this revision at least. */
    public TransactionFilter atLeast(long revision) {
        return new TransactionFilter(type, websiteId, from, to, text, revision);
    }
}

package io.creditledger.api.audit.queries;

import org.jspecify.annotations.Nullable;

/**
 * An account of which not all is there.
 *
 * @param projection the read model that does not show its last fact; {@link Difference#HISTORY} when facts themselves are missing
 * @param storedRevision of its last stored fact
 * @param storedFacts how many are stored: one more than the revision, unless some are missing
 * @param shownRevision up to where the read model shows it, or a read model shows more than is stored; null when it shows nothing of
 *     it, or facts between others are missing
 */
public record Incomplete(
        String accountId,
        String projection,
        long storedRevision,
        long storedFacts,
        @Nullable Long shownRevision) {}

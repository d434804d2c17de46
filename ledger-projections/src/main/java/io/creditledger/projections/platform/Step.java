package io.creditledger.projections.platform;

import java.time.Instant;

/**
 * Facts of one account that follow each other without a gap.
 *
 * @param first the revision of the first of them
 * @param last the revision of the last of them
 * @param occurredAt when the last came about
 */
public record Step(String accountId, long first, long last, Instant occurredAt) {}

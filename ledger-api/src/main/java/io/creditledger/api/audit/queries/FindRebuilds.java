package io.creditledger.api.audit.queries;

import org.jspecify.annotations.Nullable;

/**
 * Rebuilds, the newest first; answered by a {@link io.creditledger.api.account.queries.Page} of {@link RebuildView}.
 *
 * @param limit 1 to 200
 * @param cursor where the page before this one ended; null for the first
 */
public record FindRebuilds(int limit, @Nullable String cursor) implements AuditQuery {}

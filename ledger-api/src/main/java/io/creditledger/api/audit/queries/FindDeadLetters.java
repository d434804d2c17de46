package io.creditledger.api.audit.queries;

import org.jspecify.annotations.Nullable;

/**
 * Accounts that read models have set aside; answered by a {@link io.creditledger.api.account.queries.Page} of {@link
 * DeadLetterView}.
 *
 * @param limit 1 to 200
 * @param cursor where the page before this one ended; null for the first
 */
public record FindDeadLetters(int limit, @Nullable String cursor) implements AuditQuery {}

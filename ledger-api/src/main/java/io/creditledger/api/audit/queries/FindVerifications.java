package io.creditledger.api.audit.queries;

import org.jspecify.annotations.Nullable;

/**
 * Verifications, the newest first, without their differences; answered by a {@link io.creditledger.api.account.queries.Page} of
 * {@link VerificationView}.
 *
 * @param limit 1 to 200
 * @param cursor where the page before this one ended; null for the first
 */
public record FindVerifications(int limit, @Nullable String cursor) implements AuditQuery {}

package io.creditledger.api.audit.commands;

import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.VerificationId;
import org.jspecify.annotations.Nullable;

/**
 * Replays the history of accounts from their first facts into a shadow, and compares that with the read models.
 *
 * @param maxFactsPerSecond how fast it may go; null for as fast as it goes without getting in the way of commands
 * @param requestedBy who asks for it
 */
public record StartVerification(
        VerificationId verificationId,
        AccountRange accounts,
        @Nullable Integer maxFactsPerSecond,
        String requestedBy) implements AuditCommand {}

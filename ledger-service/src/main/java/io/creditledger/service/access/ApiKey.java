package io.creditledger.service.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its secret.
 *
 * @param scopes in words, as in ledger:query
 * @param accountPrefixes what the ids of the accounts begin with that there are for this key; empty for all accounts
 * @param createdBy who made it, as facts name callers; "ledger" for the first
 * @param expiresAt from when it is not valid; null is never
 * @param previousSecretExpiresAt until when the secret before the last rotation is valid too; null if it is not
 * @param revokedAt since when it has not been valid; null if nobody revoked it
 * @param lastUsedAt null if it never was, or not for the last minute's worth of uses
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApiKey(
        String keyId,
        String name,
        List<String> scopes,
        List<String> accountPrefixes,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant previousSecretExpiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant lastUsedAt) {}

package io.creditledger.api.audit.commands;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Tries facts again that a read model set aside; answered by how many accounts are up to date again.
 *
 * @param projection the name of the read model
 * @param accountId whose facts; null for all
 */
public record RetryDeadLetters(String projection, @Nullable AccountId accountId) implements AuditCommand {}

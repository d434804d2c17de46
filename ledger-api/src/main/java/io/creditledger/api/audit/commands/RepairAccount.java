package io.creditledger.api.audit.commands;

import io.creditledger.api.account.AccountId;

/**
 * Makes the rows of one account anew in every read model, from its first fact, and puts them in place of those that are there, all
 * at once; answered by a {@link io.creditledger.api.audit.RepairOutcome}.
 */
public record RepairAccount(AccountId accountId) implements AuditCommand {}

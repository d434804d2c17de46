package io.creditledger.api.audit.queries;

/** A question about the audit and the read models. */
public sealed interface AuditQuery
        permits FindDeadLetters, FindReadModels, FindStoredAccounts, FindVerification, FindVerifications {}

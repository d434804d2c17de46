package io.creditledger.api.audit.queries;

/** A question about the audit and the read models. */
public sealed interface AuditQuery
        permits FindCompleteness,
                FindDeadLetters,
                FindReadModels,
                FindRebuild,
                FindRebuilds,
                FindStoredAccounts,
                FindVerification,
                FindVerifications {}

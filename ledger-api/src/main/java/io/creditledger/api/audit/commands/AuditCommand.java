package io.creditledger.api.audit.commands;

/** Something the audit can be asked to do. No account decides it, and no fact comes of it. */
public sealed interface AuditCommand
        permits RepairAccount,
                ResumeVerification,
                RetryDeadLetters,
                StartRebuild,
                StartVerification,
                StopRebuild,
                StopVerification {}

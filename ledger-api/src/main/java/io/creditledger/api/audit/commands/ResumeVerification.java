package io.creditledger.api.audit.commands;

import io.creditledger.api.audit.VerificationId;

/** Lets a verification go on that was stopped or failed, from where it was; answered by whether it was. */
public record ResumeVerification(VerificationId verificationId) implements AuditCommand {}

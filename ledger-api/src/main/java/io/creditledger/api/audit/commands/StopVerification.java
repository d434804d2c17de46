package io.creditledger.api.audit.commands;

import io.creditledger.api.audit.VerificationId;

/** Stops a verification where it is; answered by whether it was running. */
public record StopVerification(VerificationId verificationId) implements AuditCommand {}

package io.creditledger.api.audit.queries;

import io.creditledger.api.audit.VerificationId;

/** One verification with the differences that it found; answered by a {@link VerificationView}, if there is such a one. */
public record FindVerification(VerificationId verificationId) implements AuditQuery {}

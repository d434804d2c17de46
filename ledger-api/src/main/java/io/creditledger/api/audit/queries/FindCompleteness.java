package io.creditledger.api.audit.queries;

/** Whether the read models show all that is stored, as the check that runs all the time knows; answered by a {@link CompletenessView}. */
public record FindCompleteness() implements AuditQuery {}

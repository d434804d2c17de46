package io.creditledger.api.audit.queries;

/** Where each read model is, whichever process works on it; answered by a list of {@link ReadModelView}. */
public record FindReadModels() implements AuditQuery {}

package io.creditledger.api.audit.queries;

/** Where each read model is, as far as the answering process works on it; answered by a list of {@link ReadModelView}. */
public record FindReadModels() implements AuditQuery {}

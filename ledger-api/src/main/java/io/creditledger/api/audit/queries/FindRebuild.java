package io.creditledger.api.audit.queries;

import io.creditledger.api.audit.RebuildId;

/** One rebuild; answered by a {@link RebuildView}, if there is such a one. */
public record FindRebuild(RebuildId rebuildId) implements AuditQuery {}

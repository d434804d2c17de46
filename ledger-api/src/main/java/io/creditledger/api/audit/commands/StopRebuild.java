package io.creditledger.api.audit.commands;

import io.creditledger.api.audit.RebuildId;

/** Stops a rebuild, of which nothing remains; answered by whether it was running. */
public record StopRebuild(RebuildId rebuildId) implements AuditCommand {}

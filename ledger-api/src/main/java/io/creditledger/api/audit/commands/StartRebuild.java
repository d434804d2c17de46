package io.creditledger.api.audit.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.RebuildId;
import org.jspecify.annotations.Nullable;

/**
 * Makes read models anew from the first fact on, beside those that everybody is shown, and exchanges them all at once; answered by a
 * {@link io.creditledger.api.audit.RebuildStart}.
 *
 * @param projection the only read model that is rebuilt; null for all of them
 * @param accountId the only account whose rows are; null for all of them
 * @param requestedBy who asks for it
 */
public record StartRebuild(
        RebuildId rebuildId,
        @Nullable String projection,
        @Nullable AccountId accountId,
        String requestedBy) implements AuditCommand {}

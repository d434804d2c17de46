package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.Metadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account with its balance. */
public record AccountView(
        String accountId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String displayName,
        Metadata metadata,
        Instant openedAt,
        BalanceView balance,
        long revision,
        Instant asOf) {}

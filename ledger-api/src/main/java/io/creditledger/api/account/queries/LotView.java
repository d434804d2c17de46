package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.LotSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot.
 *
 * @param granted what it came with
 * @param remaining what is unspent of it
 * @param expiresAt from when it can't be spent any more; null is never
 */
public record LotView(
        String lotId,
        LotSource source,
        String description,
        long granted,
        long remaining,
        int priority,
        Instant effectiveAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant expiresAt,
        LotState state,
        Instant grantedAt) {}

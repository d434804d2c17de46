package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot.
 *
 * @param granted what it came with
 * @param remaining what is unspent of it
 * @param held how much of that is set aside for refunds that are under way
 * @param expiresAt from when it can't be spent any more; null is never
 * @param purchaseId the purchase that brought it; null for lots that nobody bought
 * @param paid what was paid for it; null for lots that nobody bought
 */
public record LotView(
        String lotId,
        LotSource source,
        String description,
        long granted,
        long remaining,
        long held,
        int priority,
        Instant effectiveAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant expiresAt,
        LotState state,
        Instant grantedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String purchaseId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Price paid) {}

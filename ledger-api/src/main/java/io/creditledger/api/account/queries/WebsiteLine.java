package io.creditledger.api.account.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one website used.
 *
 * @param used consumed less reversed
 * @param sharePercent its part of all that the account's websites used, two decimals
 * @param consumptions how many there were, reversed ones included
 */
public record WebsiteLine(
        String websiteId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String url,
        long used,
        BigDecimal sharePercent,
        long consumptions,
        Instant lastUsedAt) {}

package io.creditledger.service.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.creditledger.api.account.queries.TransactionLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement in a statement.
 *
 * @param corrects what it takes or gives back, perhaps of an earlier period; absent where it corrects nothing
 */
public record StatementLine(
        @JsonUnwrapped TransactionLine transaction,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Corrected corrects) {

    /**
     * An earlier movement: the consumption that was reversed, the lot that was revoked or whose payment was refunded or disputed.
     */
    public record Corrected(String transactionId, long revision, Instant occurredAt) {}
}

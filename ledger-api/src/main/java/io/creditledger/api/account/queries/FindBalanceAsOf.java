package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A past balance, from the stored facts; answered by a {@link BalanceView}, or nothing if the account did not exist then.
 *
 * @param at the moment asked for: facts up to and including it count; null when a revision is asked for
 * @param revision the revision asked for; null when a moment is asked for
 */
public record FindBalanceAsOf(
        AccountId accountId, @Nullable Instant at, @Nullable Long revision) implements AccountQuery {}

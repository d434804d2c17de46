package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The lots of an account; answered by a {@link Page} of {@link LotView}: the open ones in burn order, then, if asked for, the
 * closed ones, last closed first.
 *
 * @param all whether the closed ones are wanted too
 */
public record FindLots(
        AccountId accountId,
        boolean all,
        int limit,
        @Nullable String cursor,
        @Nullable Long minRevision) implements AccountQuery {}

package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The present balance; answered by a {@link BalanceView}, or nothing while there is no such account. As a subscription query it
 * goes on with every later balance.
 *
 * @param minRevision the revision the answer must have reached; waits up to two seconds for it
 */
public record FindBalance(AccountId accountId, @Nullable Long minRevision) implements AccountQuery {}

package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An account with its balance; answered by an {@link AccountView}, or nothing while there is no such account.
 *
 * @param minRevision the revision the answer must have reached; waits up to two seconds for it
 */
public record FindAccount(AccountId accountId, @Nullable Long minRevision) implements AccountQuery {}

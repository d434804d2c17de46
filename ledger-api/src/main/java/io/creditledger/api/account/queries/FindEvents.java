package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;

/**
 * The stored facts of an account in order; answered by a list of {@link StoredFact}, empty when there are none.
 *
 * @param fromRevision the first revision wanted
 * @param limit how many at the most
 */
public record FindEvents(AccountId accountId, long fromRevision, int limit) implements AccountQuery {}

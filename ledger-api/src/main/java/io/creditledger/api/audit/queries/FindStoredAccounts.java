package io.creditledger.api.audit.queries;

import io.creditledger.api.audit.AccountRange;
import org.jspecify.annotations.Nullable;

/**
 * The accounts in the store, in the order of their ids, with how much is stored of each; answered by a list of {@link StoredAccount}.
 *
 * @param behind the account after which to begin; null for the first of the range
 * @param limit how many at the most
 * @param counted whether the facts of each are to be counted, which takes longer the more there are
 */
public record FindStoredAccounts(
        AccountRange accounts, @Nullable String behind, int limit, boolean counted) implements AuditQuery {}

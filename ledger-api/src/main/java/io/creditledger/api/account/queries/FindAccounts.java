package io.creditledger.api.account.queries;

import org.jspecify.annotations.Nullable;

/**
 * Accounts in the order of their ids; answered by a {@link Page} of {@link AccountView}.
 *
 * @param prefix what the ids begin with; empty for all
 * @param limit 1 to 200
 * @param cursor where the page before this one ended; null for the first
 */
public record FindAccounts(
        String prefix, int limit, @Nullable String cursor) implements AccountQuery {}

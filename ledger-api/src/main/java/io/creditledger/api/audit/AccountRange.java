package io.creditledger.api.audit;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that follow each other in the order of their ids.
 *
 * @param first the first of them; null when there is none before
 * @param last the last of them; null when there is none after
 */
public record AccountRange(
        @Nullable AccountId first, @Nullable AccountId last) {

    public static final AccountRange ALL = new AccountRange(null, null);

    public static AccountRange only(AccountId account) {
        return new AccountRange(account, account);
    }
}

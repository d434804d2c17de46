package io.creditledger.service.account;

import org.jspecify.annotations.Nullable;

/**
 * What an account was before a decision. A decision changes the account at once, and is lost if another process stores one first; to go
 * back then takes less than to read the account anew.
 */
public final class AccountBefore {

    private final CreditAccount account;
    private final CreditAccount before;

    private AccountBefore(CreditAccount account, CreditAccount before) {
        this.account = account;
        this.before = before;
    }

    /**
     * What an account is now.
     *
     * @param account of the {@linkplain AccountSnapshots#aggregateType type} that is decided about
     * @return nothing if reading it anew takes less
     */
    public static @Nullable AccountBefore of(Object account) {
        CreditAccount now = (CreditAccount) account;
        CreditAccount copy = now.copy();
        return copy == null ? null : new AccountBefore(now, copy);
    }

    /** The revision to go back to. */
    public long revision() {
        return before.revision();
    }

    /**
     * Makes the account what it was, once.
     *
     * @return false, with the account left as it is, if more has changed than can be undone: it must be read anew
     */
    public boolean restore() {
        return account.goBackTo(before);
    }
}

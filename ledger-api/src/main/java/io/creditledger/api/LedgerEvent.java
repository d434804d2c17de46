package io.creditledger.api;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;

/** A fact in the history of an account, whatever it is about. Each family of facts is sealed in the package of its feature. */
public interface LedgerEvent {

    AccountId accountId();

    /** The account's balance once this has happened. */
    Balance balance();
}

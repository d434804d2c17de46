package io.creditledger.service.platform.eventstore;

import io.creditledger.api.account.AccountId;

/** Whether PostgreSQL has all facts there are: by itself when it is where they are stored, after a moment when it has a copy. */
interface UpToDate {

    /** For a history that is PostgreSQL's own. */
    UpToDate ALWAYS = new UpToDate() {

        @Override
        public void await(AccountId account) {}

        @Override
        public void awaitAll() {}
    };

    /**
     * Waits until it has what an account has decided by now.
     *
     * @throws EventStoreUnavailableException when that takes too long
     */
    void await(AccountId account);

    /** Waits until it has everything that is stored by now; throws likewise. */
    void awaitAll();
}

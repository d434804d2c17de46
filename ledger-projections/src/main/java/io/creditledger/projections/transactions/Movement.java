package io.creditledger.projections.transactions;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.TransactionLine;
import org.jspecify.annotations.Nullable;

/** A line in the history of an account, with the account. */
record Movement(AccountId account, TransactionLine line) {

    String accountId() {
        return account.value();
    }

    @Nullable
    String websiteId() {
        Website website = line.website();
        return website == null ? null : website.id();
    }

    @Nullable
    String websiteName() {
        Website website = line.website();
        return website == null ? null : website.name();
    }

    @Nullable
    String websiteUrl() {
        Website website = line.website();
        return website == null ? null : website.url();
    }
}

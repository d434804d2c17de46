package io.creditledger.api.account.queries;

import io.creditledger.api.account.AccountId;
import org.jspecify.annotations.Nullable;

/** What each website of an account used; answered by a {@link Page} of {@link WebsiteLine}, most used first. */
public record FindWebsites(
        AccountId accountId,
        int limit,
        @Nullable String cursor,
        @Nullable Long minRevision) implements AccountQuery {}

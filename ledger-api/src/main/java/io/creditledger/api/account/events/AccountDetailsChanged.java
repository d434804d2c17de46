package io.creditledger.api.account.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Metadata;
import org.jspecify.annotations.Nullable;

/** The account's name or notes are now these. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountDetailsChanged(
        AccountId accountId, @Nullable String displayName, Metadata metadata, Balance balance)
        implements AccountEvent {}

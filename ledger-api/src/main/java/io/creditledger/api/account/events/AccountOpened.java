package io.creditledger.api.account.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Metadata;
import org.jspecify.annotations.Nullable;

/** The account exists, with nothing in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountOpened(AccountId accountId, @Nullable String displayName, Metadata metadata)
        implements AccountEvent {

    @Override
    @JsonIgnore
    public Balance balance() {
        return Balance.ZERO;
    }
}

package io.creditledger.api.account.commands;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.RequestId;

/** A command that moves credits, and so takes effect once however often it arrives. */
public sealed interface CreditMovement extends AccountCommand
        permits GrantCredits, ConsumeCredits, ReverseConsumption, RevokeCredits {

    long MIN_AMOUNT = 1;
    long MAX_AMOUNT = 1_000_000_000_000L;
    int MAX_DESCRIPTION_LENGTH = 500;

    IdempotencyKey idempotencyKey();

    /** The id of this request, from which the ids of what it makes are derived. */
    @JsonIgnore
    default RequestId requestId() {
        return RequestId.of(accountId(), idempotencyKey());
    }
}

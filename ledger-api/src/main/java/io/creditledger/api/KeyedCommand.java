package io.creditledger.api;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A command that moves credits or money, and so takes effect once however often it arrives. */
public interface KeyedCommand extends LedgerCommand {

    IdempotencyKey idempotencyKey();

    /** The id of this request, from which the ids of what it makes are derived. */
    @JsonIgnore
    default RequestId requestId() {
        return RequestId.of(accountId(), idempotencyKey());
    }
}

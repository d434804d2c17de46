package io.creditledger.service.platform.eventstore;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The request has an answer already, a fact or a refusal, which stands. Nothing was stored. */
public final class RequestAlreadyAnsweredException extends EventStoreException {

    private final AccountId account;
    private final RequestId request;

    RequestAlreadyAnsweredException(AccountId account, RequestId request) {
        super("Request " + request + " of account " + account + " has been answered before");
        this.account = account;
        this.request = request;
    }

    public AccountId account() {
        return account;
    }

    public RequestId request() {
        return request;
    }
}

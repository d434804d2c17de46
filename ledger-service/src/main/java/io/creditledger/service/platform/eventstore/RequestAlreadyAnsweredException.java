package io.creditledger.service.platform.eventstore;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The events were not stored: the request they answer has its answer already. */
public final class RequestAlreadyAnsweredException extends EventStoreException {

    private final AccountId account;
    private final RequestId request;

    RequestAlreadyAnsweredException(AccountId account, RequestId request) {
        super("request " + request + " to account " + account + " has been answered before");
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

package io.creditledger.service.platform.axon;

import org.axonframework.common.AxonTransientException;

/** More commands are under way than the service takes on at a time; nothing of this one has happened. */
public final class CommandBusOverloadedException extends AxonTransientException {

    CommandBusOverloadedException(int limit) {
        super("more than " + limit + " commands are under way");
    }
}

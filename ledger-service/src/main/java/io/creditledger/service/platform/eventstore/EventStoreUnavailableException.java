package io.creditledger.service.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The store can't be reached, or did not say in time whether it stored: the outcome is unknown, and a repeat is safe. */
public final class EventStoreUnavailableException extends EventStoreException {

    EventStoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.creditledger.service.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The event store did not confirm an append. Whether the facts are stored is unknown; a request repeated with its idempotency
 * key takes effect once either way.
 */
public class EventStoreUnavailableException extends EventStoreException {

    EventStoreUnavailableException(String message) {
        super(message);
    }

    EventStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.creditledger.service.platform.eventstore;

/** More appends wait than the event store takes on. Nothing of this one was stored. */
public final class EventStoreOverloadedException extends EventStoreUnavailableException {

    EventStoreOverloadedException(int capacity) {
        super("The event store has " + capacity + " appends waiting and takes no more for the moment");
    }
}

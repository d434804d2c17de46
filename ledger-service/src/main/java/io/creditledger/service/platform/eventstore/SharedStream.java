package io.creditledger.service.platform.eventstore;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/**
 * A stream that one thread at a time is in. Axon's processors still look whether there is more when another thread, woken, may be
 * reading already, and Axon's own streams would lose a fact between the two.
 */
class SharedStream implements TrackingEventStream {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private boolean closed;

    SharedStream(BlockingStream<TrackedEventMessage<?>> stream) {
        this.stream = stream;
    }

    @Override
    public final synchronized Optional<TrackedEventMessage<?>> peek() {
        return closed ? Optional.empty() : stream.peek();
    }

    /** Nothing once it is closed: whoever still looks would make Axon's stream follow the store again, and nobody would end that. */
    @Override
    public final synchronized boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return !closed && stream.hasNextAvailable(timeout, unit);
    }

    /**
     * Waits for the next fact.
     *
     * @throws IllegalStateException once it is closed
     */
    @Override
    public final synchronized TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("the stream is closed");
        }
        return stream.nextAvailable();
    }

    @Override
    public final synchronized void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignoredMessage) {
        stream.skipMessagesWithPayloadTypeOf(ignoredMessage);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        return stream.setOnAvailableCallback(callback);
    }

    @Override
    public final synchronized void close() {
        if (!closed) {
            closed = true;
            closed();
            stream.close();
        }
    }

    /** Called once, when it is closed. */
    void closed() {}
}

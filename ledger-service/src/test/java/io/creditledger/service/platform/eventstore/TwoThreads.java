package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** One that reads a stream and one that looks for more, as Axon's processors do. */
final class TwoThreads {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final BlockingStream<TrackedEventMessage<?>> stream;

    TwoThreads(BlockingStream<TrackedEventMessage<?>> stream) {
        this.stream = stream;
    }

    /** Stores so many facts of one account, beginning with revision 0, and reads them meanwhile. */
    void loseNothing(int facts, LongConsumer storesRevision) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread looking = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                stream.hasNextAvailable();
            }
        });
        Thread storing =
                Thread.ofPlatform().start(() -> LongStream.range(0, facts).forEach(storesRevision));
        List<Long> read = new ArrayList<>();
        try {
            Awaitility.await("the last is read").atMost(PATIENCE).until(() -> {
                while (stream.hasNextAvailable()) {
                    read.add(((DomainEventMessage<?>) stream.nextAvailable()).getSequenceNumber());
                }
                return !read.isEmpty() && read.getLast() == facts - 1;
            });
        } finally {
            done.set(true);
        }
        storing.join();
        looking.join();

        assertThat(LongStream.range(0, read.size())
                        .filter(place -> read.get((int) place) != place)
                        .findFirst())
                .as("the first that is not where it should be")
                .isEmpty();
    }
}

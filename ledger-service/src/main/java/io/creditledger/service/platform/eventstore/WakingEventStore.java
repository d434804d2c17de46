package io.creditledger.service.platform.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes those who follow it the moment there is something new. Axon's own store has no way to: a read model that has caught up
 * would look again only every half second, and whoever has just paid would see the new balance that much later.
 *
 * <p>One thread waits at the store's end for all of them, and sees what other nodes store as soon as this one does. It also notes it
 * for those who decide about accounts that they have in memory.
 */
final class WakingEventStore extends EmbeddedEventStore {

    private static final Logger log = LoggerFactory.getLogger(WakingEventStore.class);

    private static final int LONGEST_WAIT_MILLIS = 1_000;

    /** What one customer or program does in a row is shown at once; only a load is paced. */
    private static final int WAKES_AT_ONCE = 20;

    private final RecentFacts recent;
    private final Pace wakes;
    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger following = new AtomicInteger();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final Thread watch =
            Thread.ofPlatform().name("event-store-watch").daemon().unstarted(this::watch);
    private volatile boolean stopped;

    /**
     * A store that wakes.
     *
     * @param wakePause how often it wakes those who follow it under load: once in so long
     */
    WakingEventStore(Builder builder, RecentFacts recent, Duration wakePause) {
        super(builder);
        this.recent = recent;
        this.wakes = new Pace(wakePause, WAKES_AT_ONCE);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        startWatching();
        following.incrementAndGet();
        return new WakingStream(super.openStream(token));
    }

    /** Whoever stores wants to know what others store, even in a process that follows nothing; but what is stored here is known here. */
    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> fact) {
                recent.stored(fact);
            }
        }
        if (following.get() > 0) {
            super.afterCommit(events);
        }
        startWatching();
    }

    private void startWatching() {
        if (!stopped && watched.compareAndSet(false, true)) {
            watch.start();
        }
    }

    private void watch() {
        while (!stopped) {
            try (TrackingEventStream end = super.openStream(createHeadToken())) {
                // Something may have come between the end that was watched before and this one.
                followers.forEach(Runnable::run);
                wakeAtEach(end);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException unreadable) {
                log.warn("The end of the event store can't be watched for the moment: {}", unreadable.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS));
            }
        }
    }

    /**
     * News is noted at once, since commands are decided by it, and told at a pace: woken by each commit, every read model would open
     * a transaction for a handful of facts.
     */
    private void wakeAtEach(TrackingEventStream end) throws InterruptedException {
        boolean news = false;
        while (!stopped) {
            if (end.hasNextAvailable(news ? wakes.restMillis() : LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                noteAll(end);
                news = true;
            }
            if (news && wakes.passes()) {
                followers.forEach(Runnable::run);
                news = false;
            }
        }
    }

    private void noteAll(TrackingEventStream end) throws InterruptedException {
        do {
            note(end.nextAvailable());
        } while (end.hasNextAvailable());
    }

    private void note(TrackedEventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> fact) {
            recent.saw(fact);
        }
    }

    @Override
    public void shutDown() {
        stopped = true;
        watch.interrupt();
        super.shutDown();
    }

    /** A stream that can be told whom to wake. */
    private final class WakingStream extends SharedStream {

        private volatile @Nullable Runnable follower;

        private WakingStream(TrackingEventStream stream) {
            super(stream);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            follower = callback;
            followers.add(callback);
            return true;
        }

        @Override
        void closed() {
            Runnable known = follower;
            if (known != null) {
                followers.remove(known);
            }
            following.decrementAndGet();
        }
    }
}

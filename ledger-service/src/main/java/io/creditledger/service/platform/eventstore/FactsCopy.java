package io.creditledger.service.platform.eventstore;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.platform.eventstore.CopyTables.Copied;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Copies the facts from Axon Server into the table that would have them otherwise, where they are found by request, by moment, by
 * reference. The copy is a few milliseconds behind; whoever must not miss a fact waits for it here. Each process copies, and the
 * first one to store a batch has stored it for all.
 */
final class FactsCopy implements SmartLifecycle, UpToDate {

    private static final Logger log = LoggerFactory.getLogger(FactsCopy.class);

    private static final int BATCH = 1_000;
    private static final long LOOK_AGAIN_MILLIS = 25;
    private static final int WAIT_MILLIS = 250;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final EventStore store;
    private final CopyTables tables;
    private final Serializer serializer;
    private final long patienceNanos;
    private volatile CompletableFuture<Void> next = new CompletableFuture<>();
    private volatile @Nullable Thread thread;

    FactsCopy(EventStore store, CopyTables tables, Serializer serializer, Duration patience) {
        this.store = store;
        this.tables = tables;
        this.serializer = serializer;
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public void await(AccountId account) {
        long revision = AxonServerFailures.translating(
                () -> store.lastSequenceNumberFor(account.value()).orElse(-1L));
        await(account.value(), revision);
    }

    /** Waits until an account is copied up to a revision, or further. */
    void await(String account, long revision) {
        await(() -> tables.revision(account) >= revision);
    }

    @Override
    public void awaitAll() {
        long end = AxonServerFailures.translating(() -> positionOf(store.createHeadToken()));
        await(() -> tables.position() >= end);
    }

    private void await(BooleanSupplier reached) {
        long deadline = System.nanoTime() + patienceNanos;
        // Taken before looking, so that no news is missed in between.
        CompletableFuture<Void> news = next;
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new EventStoreUnavailableException("PostgreSQL's copy of the history is behind Axon Server");
            }
            await(news);
            news = next;
        }
    }

    private static void await(CompletableFuture<Void> news) {
        try {
            news.get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothing) {
            // Another process may have stored it, which nobody here is told.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new EventStoreUnavailableException("Interrupted while waiting for the copy of the history", stopping);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("news never fails", impossible);
        }
    }

    private void run() {
        while (goesOn()) {
            try {
                follow();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                log.warn("The history can't be copied for the moment: {}", failure.toString());
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    /** Copies until another process was faster, or something is in the way. */
    private void follow() throws InterruptedException {
        long behind = tables.position();
        requireSameHistory(behind);
        TrackingToken place = behind < 0 ? null : new GlobalSequenceTrackingToken(behind);
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(place)) {
            boolean first = true;
            while (first && goesOn()) {
                if (stream.hasNextAvailable(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                    List<TrackedEventMessage<?>> batch = next(stream);
                    long upTo = positionOf(batch.getLast().trackingToken());
                    first = tables.add(behind, rows(batch), upTo);
                    behind = upTo;
                    tell();
                }
            }
        }
    }

    /** An Axon Server that has less than was copied is another one, or has lost facts: nothing may be built on that. */
    private void requireSameHistory(long behind) {
        if (positionOf(store.createHeadToken()) < behind) {
            throw new EventStoreUnavailableException("Axon Server has fewer facts than were copied from it");
        }
    }

    private static List<TrackedEventMessage<?>> next(BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        do {
            batch.add(stream.nextAvailable());
        } while (batch.size() < BATCH && stream.hasNextAvailable());
        return batch;
    }

    private List<Copied> rows(List<TrackedEventMessage<?>> batch) {
        return batch.stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(message -> new Copied(positionOf(message.trackingToken()), EventRow.of(message, serializer)))
                .toList();
    }

    private void tell() {
        CompletableFuture<Void> told = next;
        next = new CompletableFuture<>();
        told.complete(null);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public void start() {
        Thread follower = Thread.ofPlatform().name("facts-copy").daemon().unstarted(this::run);
        thread = follower;
        follower.start();
    }

    /** Not interrupted, so that what is being stored is stored. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            LockSupport.unpark(running);
            awaitEnd(running);
        }
    }

    private static void awaitEnd(Thread running) {
        try {
            boolean _ = running.join(STOP_PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private boolean goesOn() {
        return thread == Thread.currentThread();
    }
}

package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class WakingEventStoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private final StoreForTests node = StoreForTests.on(POSTGRES);
    private final RecentFacts recent = new RecentFacts();
    private final WakingEventStore store = storeOn(node, recent, Duration.ofMillis(50));

    private static WakingEventStore storeOn(StoreForTests node, RecentFacts recent, Duration wakePause) {
        EmbeddedEventStore.Builder builder = EmbeddedEventStore.builder()
                .storageEngine(node.engine())
                .optimizeEventConsumption(true)
                .fetchDelay(StoreForTests.PROPERTIES.fetchDelay().toMillis());
        return new WakingEventStore(builder, recent, wakePause);
    }

    @AfterEach
    void close() {
        store.shutDown();
        node.close();
    }

    @Test
    void wakesWhoeverFollowsItWhenAnotherNodeStoresSomething() throws Exception {
        try (StoreForTests other = StoreForTests.on(POSTGRES);
                TrackingEventStream stream = store.openStream(store.createHeadToken())) {
            Semaphore woken = new Semaphore(0);
            assertThat(stream.setOnAvailableCallback(woken::release)).isTrue();
            for (int round = 0; round < 5; round++) {
                woken.drainPermits();
                String account = Facts.anyAccount();
                other.engine().appendEvents(List.of(Facts.consumed(account, 0)));

                // At once, so that all but the first come while it pauses.
                do {
                    assertThat(woken.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .as("woken for fact " + round)
                            .isTrue();
                } while (!stream.hasNextAvailable());
                assertThat(stream.nextAvailable().getPayload()).isNotNull();
            }
        }
    }

    @Test
    void notesWhatAnotherNodeStoresOnceItHasStoredSomethingItself() {
        store.publish(Facts.consumed(Facts.anyAccount(), 0));

        try (StoreForTests other = StoreForTests.on(POSTGRES)) {
            AccountId account = new AccountId(Facts.anyAccount());
            awaitSeen(recent, account, storeUntilOneIsSeen(other, account, recent));
        }
    }

    /** Who follows a store begins to look a moment later. */
    private static long storeUntilOneIsSeen(StoreForTests other, AccountId account, RecentFacts recent) {
        AtomicLong revision = new AtomicLong(-1);
        Awaitility.await("it has begun to look").atMost(PATIENCE).until(() -> {
            other.engine().appendEvents(List.of(Facts.consumed(account.value(), revision.incrementAndGet())));
            return recent.revision(account) != null;
        });
        return revision.get();
    }

    @Test
    void wakesForTheFirstAtOnceAndNotesWhatItWakesNobodyForUntilItsPauseIsOver() {
        RecentFacts seen = new RecentFacts();
        WakingEventStore paced = storeOn(node, seen, Duration.ofDays(1));
        try (StoreForTests other = StoreForTests.on(POSTGRES);
                TrackingEventStream stream = paced.openStream(paced.createHeadToken())) {
            Semaphore woken = new Semaphore(0);
            stream.setOnAvailableCallback(woken::release);
            AccountId account = new AccountId(Facts.anyAccount());

            long first = storeUntilOneIsSeen(other, account, seen);
            for (long revision = first + 1; revision < first + 30; revision++) {
                other.engine().appendEvents(List.of(Facts.consumed(account.value(), revision)));
                awaitSeen(seen, account, revision);
            }

            assertThat(woken.availablePermits())
                    .as("for the first twenty that it saw, and when it began to watch")
                    .isBetween(20, 21);
        } finally {
            paced.shutDown();
        }
    }

    private static void awaitSeen(RecentFacts recent, AccountId account, long revision) {
        Awaitility.await("revision " + revision + " is seen")
                .atMost(PATIENCE)
                .until(() -> Objects.equals(recent.revision(account), revision));
    }

    @Test
    void looksForNewFactsNoMoreOftenThanItShould() {
        Duration pause = Duration.ofMillis(50);
        EventStoreProperties slow = StoreForTests.settings(Map.of("fetch-pause", pause));
        try (StoreForTests paced = StoreForTests.on(POSTGRES, POSTGRES.writerDataSource(), slow)) {
            long before = System.nanoTime();

            for (int i = 0; i < 4; i++) {
                assertThat(paced.engine().readEvents(store.createHeadToken(), true))
                        .isEmpty();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(pause.multipliedBy(3));
        }
    }

    @Test
    void forgetsWhoeverHasGone() throws Exception {
        Semaphore gone = new Semaphore(0);
        Semaphore there = new Semaphore(0);
        try (TrackingEventStream staying = store.openStream(store.createHeadToken())) {
            try (TrackingEventStream leaving = store.openStream(store.createHeadToken())) {
                leaving.setOnAvailableCallback(gone::release);
            }
            staying.setOnAvailableCallback(there::release);
            gone.drainPermits();
            node.engine().appendEvents(List.of(Facts.consumed(Facts.anyAccount(), 0)));

            assertThat(there.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(gone.availablePermits()).isZero();
        }
    }

    @Test
    void losesNothingWhileOneThreadLooksForMoreAndAnotherReads() throws Exception {
        String account = Facts.anyAccount();
        try (TrackingEventStream stream = store.openStream(store.createHeadToken())) {
            new TwoThreads(stream).loseNothing(5_000, revision -> node.engine()
                    .appendEvents(List.of(Facts.consumed(account, revision))));
        }
    }

    @Test
    void givesNothingOnceItIsClosed() {
        TrackingEventStream stream = store.openStream(store.createHeadToken());
        node.engine().appendEvents(List.of(Facts.consumed(Facts.anyAccount(), 0)));
        Awaitility.await("there is something").atMost(PATIENCE).until(stream::hasNextAvailable);

        stream.close();

        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(stream.peek()).isEmpty();
        assertThatIllegalStateException().isThrownBy(stream::nextAvailable);
    }
}

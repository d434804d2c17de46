package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final WakingEventStore store = storeOn(node, recent);

    private static WakingEventStore storeOn(StoreForTests node, RecentFacts recent) {
        EmbeddedEventStore.Builder builder = EmbeddedEventStore.builder()
                .storageEngine(node.engine())
                .optimizeEventConsumption(true)
                .fetchDelay(StoreForTests.PROPERTIES.fetchDelay().toMillis());
        return new WakingEventStore(builder, recent);
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

                Awaitility.await("it is woken, and there is something")
                        .atMost(PATIENCE)
                        .until(() -> woken.tryAcquire() && stream.hasNextAvailable());
                assertThat(stream.nextAvailable().getPayload()).isNotNull();
            }
        }
    }

    @Test
    void notesWhatAnotherNodeStoresOnceItHasStoredSomethingItself() {
        store.publish(Facts.consumed(Facts.anyAccount(), 0));

        try (StoreForTests other = StoreForTests.on(POSTGRES)) {
            AccountId account = new AccountId(Facts.anyAccount());
            AtomicLong revision = new AtomicLong(-1);
            Awaitility.await("it has begun to look").atMost(PATIENCE).until(() -> {
                other.engine().appendEvents(List.of(Facts.consumed(account.value(), revision.incrementAndGet())));
                return recent.revision(account) != null;
            });
            awaitSeen(account, revision.get());
        }
    }

    private void awaitSeen(AccountId account, long revision) {
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
}

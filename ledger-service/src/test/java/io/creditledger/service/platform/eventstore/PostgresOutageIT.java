package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.service.platform.postgres.MortalPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL dies under load and comes back: callers are told, nothing confirmed is lost, and the writer goes on. */
class PostgresOutageIT {

    private static final int CALLERS = 16;

    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unconfirmed = new AtomicInteger();
    private final AtomicBoolean finished = new AtomicBoolean();

    @Test
    @Timeout(120)
    void aKilledPostgresLosesNothingThatWasConfirmed() {
        try (MortalPostgres postgres = new MortalPostgres();
                HikariDataSource readers = postgres.readers();
                HikariDataSource writers = postgres.writers();
                StoreForTests store = StoreForTests.on(readers, writers, StoreForTests.PROPERTIES);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> CompletableFuture.runAsync(() -> appendAlways(store), executor))
                    .toList();
            await().until(() -> confirmed.size() > 500);

            postgres.kill();
            await().until(() -> unconfirmed.get() >= CALLERS);
            int before = confirmed.size();
            postgres.restart();
            await().atMost(Duration.ofSeconds(30)).until(() -> confirmed.size() > before + 500);
            finished.set(true);
            callers.forEach(CompletableFuture::join);

            List<String> stored = store.engine()
                    .readEvents(null, false)
                    .<String>map(EventMessage::getIdentifier)
                    .toList();
            assertThat(stored).doesNotHaveDuplicates().containsAll(confirmed);
            assertThat(store.engine().createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(stored.size()));
        }
    }

    /** Publishes one fact after the other; one that was not confirmed again and again, like a client with an outbox. */
    private void appendAlways(StoreForTests store) {
        String account = Facts.anyAccount();
        for (long sequence = 0; !finished.get(); sequence++) {
            DomainEventMessage<?> fact = Facts.consumed(account, sequence);
            while (!finished.get() && !isStored(store, fact)) {
                unconfirmed.incrementAndGet();
                Thread.onSpinWait();
            }
        }
    }

    private boolean isStored(StoreForTests store, DomainEventMessage<?> fact) {
        try {
            store.engine().appendEvents(List.of(fact));
            confirmed.add(fact.getIdentifier());
            return true;
        } catch (EventStoreUnavailableException unavailable) {
            return false;
        } catch (ConcurrencyException storedBefore) {
            // The commit that was not confirmed had succeeded. Nobody else writes to this account.
            return true;
        }
    }
}

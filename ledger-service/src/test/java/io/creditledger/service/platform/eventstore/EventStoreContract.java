package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** What the ledger needs of an event storage engine. Every engine it may run on passes this. */
abstract class EventStoreContract {

    /** The engine, on a store that is empty but for what earlier tests of the class left. */
    abstract EventStorageEngine engine();

    @Test
    void givesBackTheEventsOfAnAccountAsTheyWerePublished() {
        String account = Facts.anyAccount();
        List<DomainEventMessage<?>> published = List.of(Facts.consumed(account, 0), Facts.consumed(account, 1));
        engine().appendEvents(published);

        List<? extends DomainEventMessage<?>> read =
                engine().readEvents(account).asStream().toList();

        assertThat(read).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(read.get(i).getPayload()).isEqualTo(published.get(i).getPayload());
            assertThat(read.get(i).getIdentifier()).isEqualTo(published.get(i).getIdentifier());
            assertThat(read.get(i).getSequenceNumber()).isEqualTo(i);
            assertThat(read.get(i).getTimestamp())
                    .isCloseTo(published.get(i).getTimestamp(), within(1, ChronoUnit.MILLIS));
            assertThat(read.get(i).getType()).isEqualTo(published.get(i).getType());
            assertThat(read.get(i).getMetaData()).isEqualTo(published.get(i).getMetaData());
        }
    }

    @Test
    void readsFromASequenceNumberOn() {
        String account = Facts.anyAccount();
        engine().appendEvents(
                        List.of(Facts.consumed(account, 0), Facts.consumed(account, 1), Facts.consumed(account, 2)));

        assertThat(engine().readEvents(account, 1).asStream())
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(1L, 2L);
        assertThat(engine().lastSequenceNumberFor(account)).contains(2L);
        assertThat(engine().lastSequenceNumberFor(Facts.anyAccount())).isEmpty();
    }

    @Test
    void readsMoreEventsThanOneQueryHolds() {
        String account = Facts.anyAccount();
        engine().appendEvents(IntStream.range(0, 2_500)
                .mapToObj(sequence -> Facts.consumed(account, sequence))
                .toList());

        assertThat(engine().readEvents(account).asStream())
                .extracting(DomainEventMessage::getSequenceNumber)
                .hasSize(2_500)
                .isSorted();
    }

    @Test
    void refusesASecondEventWithASequenceNumberAndKeepsTheFirst() {
        String account = Facts.anyAccount();
        DomainEventMessage<?> first = Facts.consumed(account, 0);
        engine().appendEvents(List.of(first, Facts.consumed(account, 1)));

        assertThatThrownBy(() -> engine().appendEvents(List.of(Facts.consumed(account, 1), Facts.consumed(account, 2))))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine().appendEvents(List.of(Facts.consumed(account, 0))))
                .isInstanceOf(AggregateStreamCreationException.class);

        assertThat(engine().readEvents(account).asStream()).hasSize(2);
        assertThat(engine().readEvents(account)
                        .asStream()
                        .findFirst()
                        .orElseThrow()
                        .getIdentifier())
                .isEqualTo(first.getIdentifier());
    }

    @Test
    void followsTheStoreInOneOrderAndResumesFromAnyToken() {
        TrackingToken before = engine().createHeadToken();
        String account = Facts.anyAccount();
        IntStream.range(0, 5).forEach(sequence -> engine().appendEvents(List.of(Facts.consumed(account, sequence))));

        List<? extends TrackedEventMessage<?>> followed =
                engine().readEvents(before, false).toList();

        assertThat(followed).extracting(EventStoreContract::sequenceOf).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(engine().readEvents(followed.get(2).trackingToken(), false))
                .extracting(EventStoreContract::sequenceOf)
                .containsExactly(3L, 4L);
        assertThat(engine().readEvents(engine().createHeadToken(), false)).isEmpty();
    }

    @Test
    void startsFollowingAtTheTailOrAtAMoment() {
        String account = Facts.anyAccount();
        Instant moment = Instant.parse("2100-01-01T00:00:00Z");
        engine().appendEvents(List.of(Facts.consumed(account, 0)));
        engine().appendEvents(List.of(Facts.consumedAt(Facts.anyAccount(), 0, moment)));

        assertThat(engine().readEvents(engine().createTailToken(), false))
                .hasSameSizeAs(engine().readEvents(null, false).toList());
        assertThat(engine().readEvents(engine().createTokenAt(moment), false))
                .extracting(EventMessage::getTimestamp)
                .first()
                .isEqualTo(moment);
        assertThat(engine().readEvents(engine().createTokenAt(moment.plusSeconds(1)), false))
                .isEmpty();
    }

    @Test
    void keepsTheLatestSnapshot() {
        String account = Facts.anyAccount();
        assertThat(engine().readSnapshot(account)).isEmpty();
        engine().storeSnapshot(Facts.consumed(account, 10));
        engine().storeSnapshot(Facts.consumed(account, 20));

        DomainEventMessage<?> snapshot = engine().readSnapshot(account).orElseThrow();

        assertThat(snapshot.getSequenceNumber()).isEqualTo(20);
        assertThat(snapshot.getPayload()).isEqualTo(Facts.consumed(account, 20).getPayload());
    }

    @Test
    void storesWhatManyPublishAtOnce() throws Exception {
        int writers = 16;
        int each = 25;
        List<Callable<String>> work = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            work.add(() -> {
                String account = Facts.anyAccount();
                IntStream.range(0, each)
                        .forEach(sequence -> engine().appendEvents(List.of(Facts.consumed(account, sequence))));
                return account;
            });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> account : executor.invokeAll(work)) {
                assertThat(engine().readEvents(account.get()).asStream()).hasSize(each);
            }
        }
    }

    private static long sequenceOf(EventMessage<?> message) {
        return ((DomainEventMessage<?>) message).getSequenceNumber();
    }
}

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
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** What the ledger needs of an event store. Every one it may run on passes this. */
abstract class EventStoreContract {

    /** The store, empty but for what earlier tests of the class left. */
    abstract StoreUnderTest store();

    @Test
    void givesBackTheEventsOfAnAccountAsTheyWerePublished() {
        String account = Facts.anyAccount();
        List<DomainEventMessage<?>> published = List.of(Facts.consumed(account, 0), Facts.consumed(account, 1));
        store().append(published);

        List<? extends DomainEventMessage<?>> read =
                store().read(account).asStream().toList();

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
    void keepsTheJsonOfAnEventByteForByte() {
        String account = Facts.anyAccount();
        DomainEventMessage<?> published = Facts.consumed(account, 0);
        store().append(List.of(published));

        DomainEventMessage<?> read =
                store().read(account).asStream().findFirst().orElseThrow();

        assertThat(json(read)).isEqualTo(json(published));
    }

    private static String json(DomainEventMessage<?> message) {
        return message.serializePayload(Facts.serializer(), String.class).getData();
    }

    @Test
    void readsFromASequenceNumberOn() {
        String account = Facts.anyAccount();
        store().append(List.of(Facts.consumed(account, 0), Facts.consumed(account, 1), Facts.consumed(account, 2)));

        assertThat(store().read(account, 1).asStream())
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(1L, 2L);
        assertThat(store().lastSequenceNumber(account)).contains(2L);
        assertThat(store().lastSequenceNumber(Facts.anyAccount())).isEmpty();
    }

    @Test
    void readsMoreEventsThanOneQueryHolds() {
        String account = Facts.anyAccount();
        store().append(IntStream.range(0, 2_500)
                .mapToObj(sequence -> Facts.consumed(account, sequence))
                .toList());

        assertThat(store().read(account).asStream())
                .extracting(DomainEventMessage::getSequenceNumber)
                .hasSize(2_500)
                .isSorted();
    }

    @Test
    void refusesASecondEventWithASequenceNumberAndKeepsTheFirst() {
        String account = Facts.anyAccount();
        DomainEventMessage<?> first = Facts.consumed(account, 0);
        store().append(List.of(first, Facts.consumed(account, 1)));

        assertThatThrownBy(() -> store().append(List.of(Facts.consumed(account, 1), Facts.consumed(account, 2))))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store().append(List.of(Facts.consumed(account, 0))))
                .isInstanceOfAny(AggregateStreamCreationException.class, ConcurrencyException.class);

        store().append(List.of(Facts.consumed(account, 2)));
        assertThat(store().read(account).asStream()).hasSize(3);
        assertThat(store().read(account).asStream().findFirst().orElseThrow().getIdentifier())
                .isEqualTo(first.getIdentifier());
    }

    @Test
    void followsTheStoreInOneOrderAndResumesFromAnyToken() {
        TrackingToken before = store().head();
        String account = Facts.anyAccount();
        IntStream.range(0, 5).forEach(sequence -> store().append(List.of(Facts.consumed(account, sequence))));

        List<? extends TrackedEventMessage<?>> followed = store().follow(before);

        assertThat(followed).extracting(EventStoreContract::sequenceOf).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(store().follow(followed.get(2).trackingToken()))
                .extracting(EventStoreContract::sequenceOf)
                .containsExactly(3L, 4L);
        assertThat(store().follow(store().head())).isEmpty();
    }

    @Test
    void startsFollowingAtTheTailOrAtAMoment() {
        String account = Facts.anyAccount();
        Instant moment = Instant.parse("2100-01-01T00:00:00Z");
        store().append(List.of(Facts.consumed(account, 0)));
        store().append(List.of(Facts.consumedAt(Facts.anyAccount(), 0, moment)));

        assertThat(store().follow(store().tail())).hasSameSizeAs(store().follow(null));
        assertThat(store().follow(store().at(moment)))
                .extracting(EventMessage::getTimestamp)
                .first()
                .isEqualTo(moment);
        assertThat(store().follow(store().at(moment.plusSeconds(1)))).isEmpty();
    }

    @Test
    void keepsTheLatestSnapshot() {
        String account = Facts.anyAccount();
        assertThat(store().snapshot(account)).isEmpty();
        store().keepSnapshot(Facts.consumed(account, 10));
        store().keepSnapshot(Facts.consumed(account, 20));

        DomainEventMessage<?> snapshot = store().snapshot(account).orElseThrow();

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
                        .forEach(sequence -> store().append(List.of(Facts.consumed(account, sequence))));
                return account;
            });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> account : executor.invokeAll(work)) {
                assertThat(store().read(account.get()).asStream()).hasSize(each);
            }
        }
    }

    private static long sequenceOf(EventMessage<?> message) {
        return ((DomainEventMessage<?>) message).getSequenceNumber();
    }
}

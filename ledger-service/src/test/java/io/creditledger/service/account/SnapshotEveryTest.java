package io.creditledger.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotEveryTest {

    private final List<String> scheduled = new ArrayList<>();
    private final Snapshotter snapshotter = (_, aggregate) -> scheduled.add(aggregate);
    private final SnapshotTrigger trigger = new SnapshotEvery(snapshotter, 10).prepareTrigger(CreditAccount.class);
    private UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);

    @AfterEach
    void end() {
        if (work.isActive()) {
            work.rollback();
        }
    }

    @Test
    void isMadeByWhoeverStoresTheLastOfSome() {
        for (long revision = 0; revision < 25; revision++) {
            trigger.eventHandled(fact(revision));
            commit();
        }

        assertThat(scheduled).hasSize(2).containsOnly("acme");
    }

    @Test
    void isMadeOnceForSeveralFactsThatAreStoredTogether() {
        LongStream.range(5, 15).forEach(this::handle);
        commit();

        assertThat(scheduled).containsExactly("acme");
    }

    @Test
    void isNotMadeByWhoeverOnlyReadsOn() {
        handle(0);
        trigger.initializationFinished();
        LongStream.rangeClosed(1, 45).forEach(this::handle);
        trigger.initializationFinished();
        handle(46);
        commit();

        assertThat(scheduled).isEmpty();
    }

    @Test
    void isNotMadeByWhoeverReadsNoMoreThanThereIsBetweenTwo() {
        LongStream.range(5, 15).forEach(this::handle);
        trigger.initializationFinished();
        handle(15);
        commit();

        assertThat(scheduled).isEmpty();
    }

    @Test
    void isMadeByWhoeverHasToReadMore() {
        LongStream.range(5, 16).forEach(this::handle);
        trigger.initializationFinished();
        commit();
        handle(16);
        commit();

        assertThat(scheduled).containsExactly("acme");
    }

    @Test
    void isNotMadeOfWhatIsNotStored() {
        LongStream.range(0, 10).forEach(this::handle);
        work.rollback();

        assertThat(scheduled).isEmpty();
    }

    private void handle(long revision) {
        trigger.eventHandled(fact(revision));
    }

    private void commit() {
        work.commit();
        work = DefaultUnitOfWork.startAndGet(null);
    }

    private static GenericDomainEventMessage<String> fact(long revision) {
        return new GenericDomainEventMessage<>(CreditAccount.TYPE, "acme", revision, "fact");
    }
}

package io.creditledger.service.account;

import java.io.Serializable;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Has a snapshot made by whoever stores every so manieth fact of an aggregate, so that it is made once, however many processes know the
 * aggregate. Axon's own trigger counts what a process sees, and would have each process make it: a snapshot costs reading all facts
 * since the last.
 *
 * <p>Whoever has to read more than that when it comes to know an aggregate has one made too: the last was not, or is of an older form.
 */
record SnapshotEvery(Snapshotter snapshotter, int facts) implements SnapshotTriggerDefinition {

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        return new Trigger(aggregateType);
    }

    /** Of one aggregate in memory, under its lock. Serializable, since Axon leaves others behind when it keeps an aggregate in a cache. */
    private final class Trigger implements SnapshotTrigger, Serializable {

        private static final long serialVersionUID = 1;

        private final transient Class<?> aggregateType;
        private int read;
        private boolean known;
        private @Nullable String due;

        private Trigger(Class<?> aggregateType) {
            this.aggregateType = aggregateType;
        }

        /** Of what is read and of what is new alike: which of both it was is known when reading has finished, or the work is stored. */
        @Override
        public void eventHandled(EventMessage<?> event) {
            read++;
            if (event instanceof DomainEventMessage<?> fact && (fact.getSequenceNumber() + 1) % facts == 0) {
                due = fact.getAggregateIdentifier();
            }
            if (due != null) {
                CurrentUnitOfWork.ifStarted(work -> work.afterCommit(_ -> schedule()));
            }
        }

        @Override
        public void initializationFinished() {
            if (known || read <= facts) {
                due = null;
            }
            known = true;
        }

        private void schedule() {
            String aggregate = due;
            if (aggregate != null) {
                due = null;
                known = true;
                snapshotter.scheduleSnapshot(aggregateType, aggregate);
            }
        }
    }
}

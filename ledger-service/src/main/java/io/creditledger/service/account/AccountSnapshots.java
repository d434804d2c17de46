package io.creditledger.service.account;

import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.snapshotting.RevisionSnapshotFilter;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;

/** When an account's state is put on record, and which records are still read. */
public final class AccountSnapshots {

    /** Of the aggregate's fields. To be raised with every change of them: older snapshots are then passed over. */
    static final String REVISION = "3";

    /** A cold account reads its snapshot and at most about this many events. */
    private static final int EVENTS_BETWEEN = 250;

    private AccountSnapshots() {}

    /** The type that a snapshot holds, for the serializer. */
    public static Class<?> aggregateType() {
        return CreditAccount.class;
    }

    /** The same as it is stored with facts and snapshots. */
    public static String aggregateTypeName() {
        return CreditAccount.TYPE;
    }

    public static SnapshotTriggerDefinition trigger(Snapshotter snapshotter) {
        return new SnapshotEvery(snapshotter, EVENTS_BETWEEN);
    }

    public static SnapshotFilter filter() {
        return RevisionSnapshotFilter.builder()
                .type(CreditAccount.TYPE)
                .revision(REVISION)
                .build();
    }
}

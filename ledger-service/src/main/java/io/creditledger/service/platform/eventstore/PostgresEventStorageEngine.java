package io.creditledger.service.platform.eventstore;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.service.platform.eventstore.Write.Append;
import io.creditledger.service.platform.eventstore.Write.Outcome;
import io.creditledger.service.platform.tracing.Step;
import io.creditledger.service.platform.tracing.Traces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine with another way to append: through {@link GroupCommit}. Since global indexes have no gaps and are
 * committed in order, its tokens are plain numbers and its tail reads need no second look.
 */
final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

    private static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("ledger.domain_event_entry")
            .snapshotTable("ledger.snapshot_event_entry")
            .globalIndexColumn("global_index")
            .timestampColumn("time_stamp")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private static final String FOLLOWING = "select global_index, " + StoredEvent.COLUMNS
            + " from ledger.domain_event_entry where global_index > ? order by global_index limit ?";
    private static final String HEAD = "select max(global_index) from ledger.domain_event_entry";
    private static final String BEFORE_FIRST = "select min(global_index) - 1 from ledger.domain_event_entry";
    private static final String BEFORE_MOMENT =
            "select min(global_index) - 1 from ledger.domain_event_entry where time_stamp >= ?";

    private static final String KEEP_SNAPSHOT = """
            insert into ledger.snapshot_event_entry as kept (
                aggregate_identifier, sequence_number, time_stamp, type, event_identifier, payload_type, payload_revision,
                payload, meta_data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (aggregate_identifier) do update
               set (sequence_number, time_stamp, type, event_identifier, payload_type, payload_revision, payload, meta_data)
                 = (excluded.sequence_number, excluded.time_stamp, excluded.type, excluded.event_identifier,
                    excluded.payload_type, excluded.payload_revision, excluded.payload, excluded.meta_data)
             where kept.sequence_number < excluded.sequence_number""";

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int CONCURRENT_READERS = 8;
    private static final Duration READ_PATIENCE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final GroupCommit writer;
    private final Traces traces;
    private final Pace fetches;
    private final Semaphore readers = new Semaphore(CONCURRENT_READERS);

    private PostgresEventStorageEngine(
            Builder builder, DataSource dataSource, GroupCommit writer, Duration fetchPause, Traces traces) {
        super(builder);
        this.fetches = new Pace(fetchPause, 1);
        this.dataSource = dataSource;
        this.writer = writer;
        this.traces = traces;
    }

    /**
     * Completes a builder, in which serializers and upcasters are set, to an engine.
     *
     * @param dataSource for reading; appends go through the writer
     * @param fetchPause the shortest pause between two looks at the end of the store
     */
    static PostgresEventStorageEngine of(
            Builder builder, DataSource dataSource, GroupCommit writer, Duration fetchPause, Traces traces) {
        builder.schema(SCHEMA)
                .dataType(String.class)
                .connectionProvider(dataSource::getConnection)
                // Every read is one statement, and sees what is committed.
                .transactionManager(NoTransactionManager.instance())
                .persistenceExceptionResolver(PostgresEventStorageEngine::isUniqueViolation);
        return new PostgresEventStorageEngine(builder, dataSource, writer, fetchPause, traces);
    }

    static boolean isUniqueViolation(Exception exception) {
        return exception instanceof SQLException failure && UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    private static SQLException sequenceTaken() {
        return new SQLIntegrityConstraintViolationException("Another event has the sequence number", UNIQUE_VIOLATION);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<EventRow> rows = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            rows.add(EventRow.of(event, serializer));
        }
        switch (store(new Append(rows))) {
            case Outcome.Stored stored -> {}
            case Outcome.SequenceTaken taken -> handlePersistenceException(sequenceTaken(), events.getFirst());
            case Outcome.RequestAnswered answered ->
                throw new RequestAlreadyAnsweredException(
                        new AccountId(answered.account()), new RequestId(answered.request()));
            case Outcome.Unstorable unstorable -> handlePersistenceException(unstorable.cause(), events.getFirst());
            case Outcome.Unconfirmed unconfirmed -> throw unconfirmed.cause();
        }
    }

    private Outcome store(Append append) {
        Step step = traces.begin("append");
        try {
            step.tag("events", Integer.toString(append.size()));
            Outcome outcome = writer.store(append);
            step.tag("outcome", outcome.getClass().getSimpleName());
            return outcome;
        } finally {
            step.end();
        }
    }

    /** Keeps the latest snapshot of each aggregate, whatever the order in which they arrive. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        EventRow row = EventRow.of(snapshot, serializer);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP_SNAPSHOT)) {
            statement.setString(1, row.aggregateIdentifier());
            statement.setLong(2, row.sequenceNumber());
            statement.setLong(3, row.timeStamp());
            statement.setString(4, row.type());
            statement.setString(5, row.eventIdentifier());
            statement.setString(6, row.payloadType());
            statement.setString(7, row.payloadRevision());
            statement.setString(8, row.payload());
            statement.setString(9, row.metaData());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new EventStoreException(
                    "The snapshot of aggregate " + row.aggregateIdentifier() + " can't be stored", failure);
        }
    }

    /** Who may wait is the one thread that hands on what is new. Without a pause it would look after each commit. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayWait) {
        if (mayWait) {
            fetches.await();
        }
        return super.readEvents(after, mayWait);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FOLLOWING)) {
            statement.setLong(1, indexOf(lastToken));
            statement.setInt(2, batchSize);
            try (ResultSet rows = statement.executeQuery()) {
                List<TrackedEventData<?>> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(new TrackedDomainEventData<>(
                            new GlobalSequenceTrackingToken(rows.getLong("global_index")),
                            StoredEvent.of(rows).withoutAggregateIfNone()));
                }
                return events;
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private static long indexOf(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken index -> index.getGlobalIndex();
            default -> throw new IllegalArgumentException("not a token of this event store: " + token);
        };
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return reading(() -> super.fetchDomainEvents(aggregateIdentifier, firstSequenceNumber, batchSize));
    }

    /** Sequence numbers have no gaps, so a short batch is the last one. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return reading(() -> super.readSnapshotData(aggregateIdentifier));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return reading(() -> super.lastSequenceNumberFor(aggregateIdentifier));
    }

    @Override
    protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
        return StoredEvent.of(row);
    }

    @Override
    protected DomainEventData<?> getSnapshotData(ResultSet row) throws SQLException {
        return StoredEvent.of(row);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return token(index(BEFORE_FIRST, null));
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return token(index(HEAD, null));
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant moment) {
        Long before = index(BEFORE_MOMENT, StoredEvent.microsecondsOf(moment));
        return before == null ? createHeadToken() : token(before);
    }

    private static @Nullable TrackingToken token(@Nullable Long index) {
        return index == null ? null : new GlobalSequenceTrackingToken(index);
    }

    private @Nullable Long index(String query, @Nullable Long parameter) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            if (parameter != null) {
                statement.setLong(1, parameter);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long index = result.getLong(1);
                return result.wasNull() ? null : index;
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    /**
     * Reads when its turn comes. Thousands of accounts may be asked for at once, and a pool of connections answers a queue of
     * them with time-outs; here they wait, and leave connections to other readers.
     */
    private <T> T reading(Supplier<T> read) {
        try {
            if (!readers.tryAcquire(READ_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EventStoreUnavailableException("No turn to read the event store within " + READ_PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreadable(interrupted);
        }
        try {
            return read.get();
        } catch (EventStoreException | JdbcException failure) {
            throw unreadable(failure);
        } finally {
            readers.release();
        }
    }

    private static EventStoreUnavailableException unreadable(Exception failure) {
        return new EventStoreUnavailableException("The event store can't be read for the moment", failure);
    }
}

package io.creditledger.service.platform.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the event store.
 *
 * @param queueCapacity appends that may wait; the next is refused at once
 * @param rowsPerCommit rows after which a commit takes no further append
 * @param turnPause how long a busy process waits at most before it stores again, when another stores too: what comes meanwhile goes along
 * @param appendTimeout how long a caller waits for its commit; more than PostgreSQL's own limits, which come first
 * @param readBatch events that one query reads
 * @param cachedEvents latest events kept for all who follow the store
 * @param fetchDelay how often it looks for events of other nodes
 * @param fetchPause the shortest pause between two looks for new events: what comes meanwhile is fetched together
 * @param wakePause the pause between two times that read models are woken under load: what comes meanwhile they apply together
 * @param copyPatience how long to wait for PostgreSQL's copy of a history on Axon Server
 */
@ConfigurationProperties("ledger.event-store")
record EventStoreProperties(
        @DefaultValue("10000") int queueCapacity,
        @DefaultValue("2000") int rowsPerCommit,
        @DefaultValue("8ms") Duration turnPause,
        @DefaultValue("20s") Duration appendTimeout,
        @DefaultValue("1000") int readBatch,
        @DefaultValue("20000") int cachedEvents,
        @DefaultValue("100ms") Duration fetchDelay,
        @DefaultValue("20ms") Duration fetchPause,
        @DefaultValue("50ms") Duration wakePause,
        @DefaultValue("3s") Duration copyPatience) {}

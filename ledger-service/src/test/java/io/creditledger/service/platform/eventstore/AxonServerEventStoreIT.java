package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.axonserver.StandInAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The store on Axon Server passes the contract, as far as the stand-in is like it. */
class AxonServerEventStoreIT extends EventStoreContract {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static final StandInAxonServer SERVER = new StandInAxonServer();
    private static AxonServerForTests store;

    @BeforeAll
    static void open() {
        store = AxonServerForTests.on(SERVER.start().address(), POSTGRES);
    }

    @AfterAll
    static void close() {
        store.close();
        SERVER.close();
    }

    @Override
    StoreUnderTest store() {
        return store;
    }

    @Test
    void losesNothingWhileOneThreadLooksForMoreAndAnotherReads() throws Exception {
        String account = Facts.anyAccount();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.store().openStream(store.head())) {
            new TwoThreads(stream)
                    .loseNothing(3_000, revision -> store.append(List.of(Facts.consumed(account, revision))));
        }
    }
}

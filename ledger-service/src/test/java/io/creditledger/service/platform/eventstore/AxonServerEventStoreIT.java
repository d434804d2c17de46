package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.axonserver.StandInAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
}

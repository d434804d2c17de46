package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.axonserver.RealAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The store on a real Axon Server passes the contract. */
@ExtendWith(RealAxonServer.class)
class RealAxonServerEventStoreIT extends EventStoreContract {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static AxonServerForTests store;

    @BeforeAll
    static void open() {
        store = AxonServerForTests.on(RealAxonServer.address(), POSTGRES);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    StoreUnderTest store() {
        return store;
    }
}

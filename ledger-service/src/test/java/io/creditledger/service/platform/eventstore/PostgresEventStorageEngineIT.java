package io.creditledger.service.platform.eventstore;

import io.creditledger.service.platform.postgres.PostgresForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ledger's own engine passes the contract. */
class PostgresEventStorageEngineIT extends EventStoreContract {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static StoreForTests store;

    @BeforeAll
    static void open() {
        store = StoreForTests.on(POSTGRES);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    StoreUnderTest store() {
        return new EngineUnderTest(store.engine());
    }
}

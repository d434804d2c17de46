package io.creditledger.service.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.service.platform.postgres.PostgresForTests;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Axon's own engine passes the contract too: it asks for nothing that is peculiar to ours. */
class AxonJdbcEventStorageEngineIT extends EventStoreContract {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static JdbcEventStorageEngine engine;

    @BeforeAll
    static void open() {
        HikariDataSource dataSource = POSTGRES.dataSource(8);
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder();
        builder.eventSerializer(Facts.serializer())
                .snapshotSerializer(Facts.serializer())
                .persistenceExceptionResolver(PostgresEventStorageEngine::isUniqueViolation);
        engine = builder.connectionProvider(dataSource::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @Override
    StoreUnderTest store() {
        return new EngineUnderTest(engine);
    }
}

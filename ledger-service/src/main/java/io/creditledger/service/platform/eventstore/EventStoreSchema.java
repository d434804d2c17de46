package io.creditledger.service.platform.eventstore;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of the event store up to date. Whoever holds one knows that they are. */
final class EventStoreSchema {

    private static final String SCHEMA = "ledger";

    private EventStoreSchema() {}

    static EventStoreSchema migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:db/migration/eventstore")
                .load()
                .migrate();
        return new EventStoreSchema();
    }
}

package io.creditledger.service.access;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of keys and sessions up to date. Whoever holds one knows that they are. */
final class AccessSchema {

    private static final String SCHEMA = "access";

    private AccessSchema() {}

    static AccessSchema migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:db/migration/access")
                .load()
                .migrate();
        return new AccessSchema();
    }
}

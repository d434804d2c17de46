package io.creditledger.service.purchase.stripe;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of Stripe's news up to date. Whoever holds one knows that they are. */
final class PaymentsSchema {

    private static final String SCHEMA = "payments";

    private PaymentsSchema() {}

    static PaymentsSchema migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:db/migration/payments")
                .load()
                .migrate();
        return new PaymentsSchema();
    }
}

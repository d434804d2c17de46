package io.creditledger.service.account.http;

import io.creditledger.service.platform.postgres.PostgresForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The journey with everything on a real PostgreSQL. */
class LedgerJourneyIT extends LedgerJourney {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES);

    @BeforeAll
    static void connect() {
        begin(LEDGER);
    }
}

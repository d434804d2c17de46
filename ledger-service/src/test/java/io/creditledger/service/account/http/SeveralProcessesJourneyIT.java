package io.creditledger.service.account.http;

import io.creditledger.service.platform.postgres.PostgresForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The journey with every other request to another of two ledgers, and the read models made by a third. */
class SeveralProcessesJourneyIT extends LedgerJourney {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger NORTH = new RunningLedger(POSTGRES, "ledger.roles=http,commands,automation");

    @RegisterExtension
    @Order(3)
    static final RunningLedger SOUTH = new RunningLedger(POSTGRES, "ledger.roles=http,commands,automation");

    @RegisterExtension
    @Order(4)
    static final RunningLedger READ_MODELS = new RunningLedger(POSTGRES, "ledger.roles=projections");

    @BeforeAll
    static void connect() {
        begin(LedgerClient.inTurn(NORTH.client(), SOUTH.client()));
    }
}

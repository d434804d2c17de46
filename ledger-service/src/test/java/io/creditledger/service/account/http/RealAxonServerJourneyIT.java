package io.creditledger.service.account.http;

import io.creditledger.service.platform.axonserver.RealAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The journey with facts and messages on a real Axon Server. */
@ExtendWith(RealAxonServer.class)
class RealAxonServerJourneyIT extends LedgerJourney {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, "ledger.axon-server=" + RealAxonServer.address());

    @BeforeAll
    static void connect() {
        begin(LEDGER);
    }
}

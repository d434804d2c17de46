package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.platform.axonserver.StandInAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The journey over two processes with facts and messages on Axon Server, as far as its stand-in is like it. */
class AxonServerJourneyIT extends LedgerJourney {

    private static final StandInAxonServer SERVER = new StandInAxonServer().start();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger NORTH = new RunningLedger(POSTGRES, "ledger.axon-server=" + SERVER.address());

    @RegisterExtension
    @Order(3)
    static final RunningLedger SOUTH = new RunningLedger(POSTGRES, "ledger.axon-server=" + SERVER.address());

    @BeforeAll
    static void connect() {
        begin(LedgerClient.inTurn(NORTH.client(), SOUTH.client()));
    }

    @AfterAll
    static void everythingWentByAxonServer() {
        assertThat(SERVER.commands()).anyMatch(name -> name.endsWith("ConsumeCredits"));
        assertThat(SERVER.queries()).anyMatch(name -> name.endsWith("FindTransactions"));
        assertThat(SERVER.size()).isGreaterThan(500);
        assertThat(SERVER.snapshots()).isPositive();
        SOUTH.stop();
        NORTH.stop();
        SERVER.close();
    }
}

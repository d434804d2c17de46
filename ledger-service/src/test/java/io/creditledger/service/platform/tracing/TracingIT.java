package io.creditledger.service.platform.tracing;

import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.StripeForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that are followed through one process. */
class TracingIT extends TracingContract {

    private static final Collector COLLECTOR = new Collector();
    private static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties(COLLECTOR.properties()));

    TracingIT() {
        super(COLLECTOR);
    }

    @BeforeAll
    static void tell() {
        STRIPE.tell(LEDGER.client());
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    @Override
    LedgerClient ledger() {
        return LEDGER.client();
    }
}

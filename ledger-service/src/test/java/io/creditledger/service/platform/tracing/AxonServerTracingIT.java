package io.creditledger.service.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.money.Credits;
import io.creditledger.example.BusClient;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.axonserver.StandInAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.platform.tracing.Collector.Span;
import io.creditledger.service.purchase.StripeForTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that are followed over Axon Server: one process takes them over HTTP, another decides them and makes the read models. */
class AxonServerTracingIT extends TracingContract {

    private static final StandInAxonServer SERVER = new StandInAxonServer().start();
    private static final Collector COLLECTOR = new Collector();
    private static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger DECIDING = new RunningLedger(
            POSTGRES,
            STRIPE.properties(COLLECTOR.properties(
                    "ledger.axon-server=" + SERVER.address(), "ledger.roles=commands,projections")));

    @RegisterExtension
    @Order(3)
    static final RunningLedger ASKING = new RunningLedger(
            POSTGRES,
            STRIPE.properties(
                    COLLECTOR.properties("ledger.axon-server=" + SERVER.address(), "ledger.roles=http,automation")));

    private static BusClient bus;

    AxonServerTracingIT() {
        super(COLLECTOR);
    }

    @BeforeAll
    static void connect() {
        STRIPE.tell(ASKING.client());
        bus = new BusClient(SERVER.address());
    }

    @AfterAll
    static void stop() {
        bus.close();
        ASKING.stop();
        DECIDING.stop();
        SERVER.close();
        COLLECTOR.close();
    }

    @Override
    LedgerClient ledger() {
        return ASKING.client();
    }

    @Test
    void whatAnotherServiceSendsIsFollowedToo() {
        String trace = newTrace();

        bus.consume(consume(trace), traceparent(trace, "01")).join();

        List<Span> spans = COLLECTOR.awaited(trace, "command ConsumeCredits", "append", "project balance");
        Span command = Collector.named(spans, "command ConsumeCredits");
        assertThat(traceparent(trace, "01")).contains(command.parent());
        assertThat(Collector.named(spans, "append").parent()).isEqualTo(command.id());
        assertThat(factOf(trace).at("/metadata/traceparent").asString()).contains(command.id());
    }

    @ParameterizedTest
    @MethodSource("placesThatNobodyFollows")
    void aPlaceThatIsNoneOrThatNobodyFollowsIsNotRemembered(String place) {
        String key = newTrace();

        bus.consume(consume(key), place).join();

        assertThat(factOf(key).at("/metadata/traceparent").isMissingNode()).isTrue();
    }

    private static Stream<String> placesThatNobodyFollows() {
        return Stream.of(
                "",
                "rubbish",
                traceparent(newTrace(), "00"),
                traceparent("0".repeat(32), "01"),
                traceparent(newTrace(), "01") + "-more",
                traceparent("A".repeat(32), "01"),
                "x".repeat(100_000));
    }

    private static ConsumeCredits consume(String key) {
        return new ConsumeCredits(
                new AccountId("traced"),
                new IdempotencyKey(key),
                Credits.of(1),
                "Website generation",
                null,
                Metadata.NONE);
    }
}

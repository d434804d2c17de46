package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.stripe.StripeClient;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.platform.tracing.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every webhook is lost here. */
class StripeEventsPollIT {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static final HikariDataSource POOL = POSTGRES.dataSource(4);

    private static final SimulatedStripe STRIPE = SimulatedStripe.start();

    private final StripeClient client = StripeConfiguration.client(
            PaymentGatewayContract.properties(SimulatedStripe.SECRET_KEY, STRIPE.address(), Duration.ofSeconds(5)));
    private final SettableClock clock = new SettableClock(Instant.now());
    private final JdbcClient database = JdbcClient.create(POOL);
    private final StripeInbox inbox = new StripeInbox(database, clock);
    private final StripeEventsPoll poll = poll();

    private StripeEventsPoll poll() {
        return new StripeEventsPoll(
                client,
                new StripeCalls(false, new StripeMeters(new SimpleMeterRegistry()), Traces.NONE),
                new StripeEvents(new StripeMetadata("test")),
                inbox,
                database,
                clock,
                Duration.ofSeconds(30));
    }

    @BeforeEach
    void start() {
        PaymentsSchema.migrate(POOL);
        database.sql("delete from payments.stripe_event").update();
        database.sql("delete from payments.stripe_cursor").update();
        STRIPE.control("DELETE", "/data", "");
        STRIPE.faults("{\"times\":0}");
    }

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    @Test
    void whatNoWebhookBroughtIsFound() throws Exception {
        String payment = pay();

        poll.round();

        assertThat(subjects()).contains(payment);
        assertThat(database.sql("select distinct state from payments.stripe_event")
                        .query(String.class)
                        .list())
                .containsExactly("received");
    }

    @Test
    void allPagesAreRead() throws Exception {
        for (int i = 0; i < 130; i++) {
            pay();
        }

        poll.round();

        assertThat(subjects().stream().distinct()).hasSize(130);
    }

    @Test
    void whatIsKnownStaysAsItIs() throws Exception {
        pay();
        poll.round();
        database.sql("update payments.stripe_event set state = 'processed'").update();
        clock.advance(Duration.ofSeconds(30));

        poll.round();

        assertThat(inbox.counts()).isEmpty();
    }

    @Test
    void whileStripeIsAwayTheCursorStays() throws Exception {
        poll.round();
        Instant before = cursor();
        pay();
        clock.advance(Duration.ofSeconds(30));
        STRIPE.faults("{\"status\":500,\"times\":1000}");

        poll.round();
        assertThat(cursor()).isEqualTo(before);
        STRIPE.faults("{\"times\":0}");
        clock.advance(Duration.ofSeconds(30));
        poll.round();

        assertThat(cursor()).isAfter(before);
        assertThat(subjects()).isNotEmpty();
    }

    @Test
    void oneOfTwoNodesAsks() throws Exception {
        poll.round();
        pay();

        poll().round();

        assertThat(subjects()).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        poll().round();
        assertThat(subjects()).isNotEmpty();
    }

    @Test
    void threeDaysWithoutTheLedgerAreMadeUpFor() throws Exception {
        poll.round();
        String payment = pay();
        clock.advance(Duration.ofDays(3));

        poll.round();

        assertThat(subjects()).contains(payment);
        assertThat(cursor()).isCloseTo(clock.instant(), within(1, ChronoUnit.MILLIS));
    }

    private String pay() throws Exception {
        String customer = client.v1()
                .customers()
                .create(CustomerCreateParams.builder().build())
                .getId();
        String payment = client.v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(1_000L)
                        .setCurrency("usd")
                        .setCustomer(customer)
                        .setPaymentMethod("pm_card_visa")
                        .setConfirm(true)
                        .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                                .setEnabled(true)
                                .setAllowRedirects(
                                        PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                                .build())
                        .build())
                .getId();
        // Stripe dates it by its own clock: ours must not be behind.
        clock.advanceTo(Instant.now().plusSeconds(1));
        return payment;
    }

    private List<String> subjects() {
        return database.sql("select subject from payments.stripe_event")
                .query(String.class)
                .list();
    }

    private Instant cursor() {
        return database.sql("select read_up_to from payments.stripe_cursor")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}

package io.creditledger.service.purchase.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import io.creditledger.service.account.DecisionClock;
import io.creditledger.service.platform.roles.Role;
import io.creditledger.service.platform.tracing.Traces;
import io.creditledger.service.purchase.BrowserPayments;
import io.creditledger.service.purchase.Newsroom;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts the parts of the adapter together, if there is a key for Stripe. */
@Configuration(proxyBeanMethods = false)
@Conditional(StripeIsConfigured.class)
@EnableConfigurationProperties(StripeProperties.class)
class StripeConfiguration {

    private static final Profiles PRODUCTION = Profiles.of("production");

    @Bean
    StripeClient stripeClient(StripeProperties properties, Environment environment) {
        StripeSafeguards.check(properties, environment.acceptsProfiles(PRODUCTION));
        return client(properties);
    }

    static StripeClient client(StripeProperties properties) {
        // Else it writes a file into the home directory and tells Stripe about this machine.
        Stripe.enableTelemetry = false;
        StripeClient.StripeClientBuilder builder = StripeClient.builder()
                .setApiKey(properties.secretKey())
                .setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(properties.readTimeout().toMillis()))
                .setHttpClient(new PatientHttpClient(properties.retries(), properties.retryWithin()));
        String base = properties.apiBase();
        return (base == null ? builder : builder.setApiBase(base)).build();
    }

    @Bean
    StripeMeters stripeMeters(MeterRegistry registry) {
        return new StripeMeters(registry);
    }

    @Bean
    StripeCalls stripeCalls(StripeProperties properties, StripeMeters meters, Traces traces) {
        return new StripeCalls(properties.isLive(), meters, traces);
    }

    @Bean
    StripeMetadata stripeMetadata(StripeProperties properties) {
        return new StripeMetadata(properties.environment());
    }

    @Bean
    StripePaymentGateway stripePaymentGateway(
            StripeClient client,
            StripeCalls calls,
            StripeProperties properties,
            StripeMetadata metadata,
            DecisionClock clock) {
        return new StripePaymentGateway(
                client,
                calls,
                new StripeKeys(properties.environment()),
                metadata,
                new PaymentReader(client, calls, metadata, clock));
    }

    @Bean
    BrowserPayments browserPayments(StripeProperties properties) {
        return new BrowserPayments(properties.publishableKey(), properties.scriptAddress(), properties.simulator());
    }

    @Bean
    PaymentsSchema paymentsSchema(DataSource dataSource) {
        return PaymentsSchema.migrate(dataSource);
    }

    @Bean
    StripeSignature stripeSignature(StripeProperties properties, DecisionClock clock) {
        return new StripeSignature(properties.webhookSecrets(), clock);
    }

    @Bean
    StripeEvents stripeEvents(StripeMetadata metadata) {
        return new StripeEvents(metadata);
    }

    @Bean
    StripeInbox stripeInbox(DataSource dataSource, DecisionClock clock, PaymentsSchema schema) {
        return new StripeInbox(JdbcClient.create(dataSource), clock);
    }

    /** Closed before the connections and the gateway that its looks need. */
    @Bean(destroyMethod = "close")
    StripeInboxWorker stripeInboxWorker(
            StripeInbox inbox,
            Newsroom newsroom,
            StripePaymentGateway gateway,
            StripeMeters meters,
            DecisionClock clock,
            StripeProperties properties) {
        return new StripeInboxWorker(inbox, new CardNews(newsroom, gateway), meters, clock, properties.inboxAtATime());
    }

    @Bean
    StripeEventsPoll stripeEventsPoll(
            StripeClient client,
            StripeCalls calls,
            StripeEvents events,
            StripeInbox inbox,
            DataSource dataSource,
            DecisionClock clock,
            StripeProperties properties) {
        return new StripeEventsPoll(
                client, calls, events, inbox, JdbcClient.create(dataSource), clock, properties.pollEvents());
    }

    @Bean
    @ConditionalOnBooleanProperty(Role.AUTOMATION_PROPERTY)
    Schedule stripeSchedule(StripeInboxWorker worker, StripeEventsPoll poll) {
        return new Schedule(worker, poll);
    }

    /** Rounds of each kind one after the other, never two at once. Several processes share them: the database gives each piece to one. */
    static final class Schedule {

        private final StripeInboxWorker worker;
        private final StripeEventsPoll poll;

        private Schedule(StripeInboxWorker worker, StripeEventsPoll poll) {
            this.worker = worker;
            this.poll = poll;
        }

        @Scheduled(fixedDelayString = "${ledger.stripe.check-inbox:1s}")
        void lookIntoInbox() {
            worker.round();
        }

        @Scheduled(fixedDelayString = "15s")
        void tidy() {
            worker.tidy();
        }

        @Scheduled(
                fixedDelayString = "${ledger.stripe.poll-events:30s}",
                initialDelayString = "${ledger.stripe.first-poll:2s}")
        void readEvents() {
            poll.round();
        }
    }
}

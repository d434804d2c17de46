package io.creditledger.service.purchase;

import io.creditledger.service.account.DecisionClock;
import io.creditledger.service.account.PackageCatalogue;
import io.creditledger.service.platform.roles.Role;
import io.creditledger.service.platform.roles.Turn;
import io.creditledger.service.platform.tracing.Traces;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts the parts of purchases together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PurchaseProperties.class)
class PurchaseConfiguration {

    @Bean
    PackageCatalogue packageCatalogue(PurchaseProperties properties) {
        return new ConfiguredCatalogue(properties);
    }

    @Bean
    CardConsent cardConsent(PurchaseProperties properties) {
        return new CardConsent(properties.cardConsent());
    }

    @Bean
    LedgerCommands ledgerCommands(CommandGateway gateway) {
        return new LedgerCommands(gateway);
    }

    @Bean
    Customers customers(LedgerCommands commands, QueryGateway queries, ObjectProvider<PaymentGateway> gateway) {
        return new Customers(commands, queries, gateway.getIfAvailable(UnconfiguredGateway::new));
    }

    @Bean
    Purchasing purchasing(
            LedgerCommands commands,
            ObjectProvider<PaymentGateway> gateway,
            Customers customers,
            PurchaseProperties properties,
            DecisionClock clock) {
        return new Purchasing(commands, gateway.getIfAvailable(UnconfiguredGateway::new), customers, properties, clock);
    }

    @Bean
    Newsroom newsroom(Purchasing purchasing, Customers customers) {
        return new Newsroom(purchasing, customers);
    }

    /** For customers, who wait. */
    @Bean(destroyMethod = "close")
    ProviderCalls customersCalls(PurchaseProperties properties, Traces traces) {
        return new ProviderCalls(properties.maxUnderWay(), properties.answerTimeout(), traces);
    }

    /** For what the ledger does by itself, so that a backlog of it leaves customers their places. */
    @Bean(defaultCandidate = false, destroyMethod = "close")
    ProviderCalls ownCalls(PurchaseProperties properties, Traces traces) {
        return new ProviderCalls(properties.maxUnderWay(), properties.answerTimeout(), traces);
    }

    @Bean
    @ConditionalOnBooleanProperty(Role.AUTOMATION_PROPERTY)
    Schedule paymentSchedule(
            QueryGateway queries,
            LedgerCommands commands,
            Purchasing purchasing,
            Customers customers,
            @Qualifier("ownCalls") ProviderCalls calls,
            PurchaseProperties properties,
            DecisionClock clock,
            Turn turn) {
        return new Schedule(
                new WhenPaymentsAreUnfinishedThenCarryThemOn(
                        queries, commands, purchasing, customers, calls, properties, clock),
                turn);
    }

    /** Rounds one after the other, never two at once, and in one process. */
    static final class Schedule {

        private final WhenPaymentsAreUnfinishedThenCarryThemOn unfinished;
        private final Turn turn;

        private Schedule(WhenPaymentsAreUnfinishedThenCarryThemOn unfinished, Turn turn) {
            this.unfinished = unfinished;
            this.turn = turn;
        }

        @Scheduled(
                fixedDelayString = "${ledger.purchases.check-every:1s}",
                initialDelayString = "${ledger.purchases.check-every:1s}")
        void carryOn() {
            if (turn.isOurs()) {
                unfinished.round();
            }
        }
    }
}

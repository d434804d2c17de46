package io.creditledger.service.platform.axon;

import io.creditledger.service.account.DecisionClock;
import io.creditledger.service.account.WhenLotsFallDueThenBookThem;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** What the ledger does by itself, and how often. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AutomationConfiguration {

    @Bean
    WhenLotsFallDueThenBookThem whenLotsFallDueThenBookThem(
            QueryGateway queries, CommandGateway commands, DecisionClock clock) {
        return new WhenLotsFallDueThenBookThem(queries, commands, clock);
    }

    @Bean
    Schedule schedule(WhenLotsFallDueThenBookThem dueLots) {
        return new Schedule(dueLots);
    }

    /** Rounds one after the other, never two at once. */
    static final class Schedule {

        private final WhenLotsFallDueThenBookThem dueLots;

        private Schedule(WhenLotsFallDueThenBookThem dueLots) {
            this.dueLots = dueLots;
        }

        @Scheduled(
                fixedDelayString = "${ledger.automation.due-lots-every:1s}",
                initialDelayString = "${ledger.automation.due-lots-every:1s}")
        void bookDueLots() {
            dueLots.round();
        }
    }
}

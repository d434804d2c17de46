package io.creditledger.service.platform.axon;

import io.creditledger.service.account.DecisionClock;
import io.creditledger.service.account.WhenLotsFallDueThenBookThem;
import io.creditledger.service.platform.roles.Role;
import io.creditledger.service.platform.roles.Turn;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** What the ledger does by itself, and how often. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(Role.AUTOMATION_PROPERTY)
class AutomationConfiguration {

    @Bean
    WhenLotsFallDueThenBookThem whenLotsFallDueThenBookThem(
            QueryGateway queries, CommandGateway commands, DecisionClock clock) {
        return new WhenLotsFallDueThenBookThem(queries, commands, clock);
    }

    @Bean
    Schedule schedule(WhenLotsFallDueThenBookThem dueLots, Turn turn) {
        return new Schedule(dueLots, turn);
    }

    /** Rounds one after the other, never two at once, and in one process. */
    static final class Schedule {

        private final WhenLotsFallDueThenBookThem dueLots;
        private final Turn turn;

        private Schedule(WhenLotsFallDueThenBookThem dueLots, Turn turn) {
            this.dueLots = dueLots;
            this.turn = turn;
        }

        @Scheduled(
                fixedDelayString = "${ledger.automation.due-lots-every:1s}",
                initialDelayString = "${ledger.automation.due-lots-every:1s}")
        void bookDueLots() {
            if (turn.isOurs()) {
                dueLots.round();
            }
        }
    }
}

package io.creditledger.service.platform.roles;

import io.creditledger.service.platform.metrics.LedgerMeters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.jdbc.lock.LockRepository;
import org.springframework.integration.leader.DefaultCandidate;
import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Of all processes that do what nobody asks for, one has its turn: as long as it lives, and says so every second. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TurnConfiguration {

    private static final String TABLE_PREFIX = "ledger.automation_";
    private static final String WORK = "automation";
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

    /** For those who wait. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    @Bean
    @ConditionalOnBooleanProperty(Role.AUTOMATION_PROPERTY)
    @DependsOn("eventStoreSchema")
    DefaultLockRepository turnRepository(DataSource dataSource) {
        DefaultLockRepository repository = new DefaultLockRepository(dataSource);
        repository.setPrefix(TABLE_PREFIX);
        repository.setTransactionManager(new JdbcTransactionManager(dataSource));
        return repository;
    }

    @Bean
    @ConditionalOnBooleanProperty(Role.AUTOMATION_PROPERTY)
    JdbcLockRegistry turnRegistry(
            LockRepository repository, @Value("${ledger.automation.take-over-after:5s}") Duration takeOverAfter) {
        JdbcLockRegistry registry = new JdbcLockRegistry(repository, takeOverAfter);
        registry.setIdleBetweenTries(LOOK_AGAIN);
        return registry;
    }

    @Bean
    @ConditionalOnBooleanProperty(Role.AUTOMATION_PROPERTY)
    LockRegistryLeaderInitiator turnInitiator(JdbcLockRegistry registry) {
        LockRegistryLeaderInitiator initiator =
                new LockRegistryLeaderInitiator(registry, new DefaultCandidate(WORK, WORK));
        initiator.setHeartBeatMillis(SIGN_OF_LIFE.toMillis());
        return initiator;
    }

    @Bean
    @ConditionalOnBooleanProperty(Role.AUTOMATION_PROPERTY)
    Turn turn(LockRegistryLeaderInitiator initiator, MeterRegistry registry) {
        Turn turn = () -> initiator.getContext().isLeader();
        Gauge.builder(LedgerMeters.AUTOMATION_TURN.meterName(), turn, asked -> asked.isOurs() ? 1 : 0)
                .baseUnit(LedgerMeters.AUTOMATION_TURN.unit())
                .description(LedgerMeters.AUTOMATION_TURN.description())
                .strongReference(true)
                .register(registry);
        return turn;
    }
}

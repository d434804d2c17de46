package io.creditledger.service.access;

import io.creditledger.service.platform.roles.Role;
import io.creditledger.service.platform.roles.Turn;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.scheduling.annotation.Scheduled;

/** Who may use the ledger, and what has to be done about that from time to time. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    // Which has the table that the first key was kept in before.
    @DependsOn("eventStoreSchema")
    AccessSchema accessSchema(DataSource dataSource) {
        return AccessSchema.migrate(dataSource);
    }

    @Bean
    ApiKeyTable apiKeyTable(DataSource dataSource, AccessSchema schema) {
        return new ApiKeyTable(dataSource);
    }

    @Bean(destroyMethod = "storeLastUses")
    KnownKeys knownKeys(ApiKeyTable table, @Value("${ledger.api-key:}") String configured) {
        return new KnownKeys(table, Clock.systemUTC(), configured.isBlank() ? null : configured.strip());
    }

    @Bean
    ApiKeys apiKeys(ApiKeyTable table, KnownKeys known) {
        ApiKeys keys = new ApiKeys(table, known, Clock.systemUTC());
        keys.makeFirst(AccessConfiguration::announce);
        known.refresh();
        return keys;
    }

    /** On standard output and nowhere else: a log would keep it. */
    private static void announce(String key) {
        System.out.println("API key (shown this once, kept as a hash): " + key);
    }

    @Bean
    DashboardSessions dashboardSessions(DataSource dataSource, AccessSchema schema) {
        return new DashboardSessions(new DashboardSessionTable(dataSource), Clock.systemUTC());
    }

    @Bean
    AccessTrail accessTrail(DataSource dataSource, AccessSchema schema) {
        return new AccessTrail(dataSource, Clock.systemUTC());
    }

    @Bean
    Access access(KnownKeys keys, DashboardSessions sessions) {
        return new Access(keys, sessions);
    }

    @Bean
    Schedule accessSchedule(KnownKeys keys) {
        return new Schedule(keys);
    }

    @Bean
    @ConditionalOnBooleanProperty(Role.AUTOMATION_PROPERTY)
    Tidying sessionsTidying(DashboardSessions sessions, Turn turn) {
        return new Tidying(sessions, turn);
    }

    /** What each process has to do from time to time. */
    static final class Schedule {

        private final KnownKeys keys;

        private Schedule(KnownKeys keys) {
            this.keys = keys;
        }

        @Scheduled(fixedDelayString = "1s", initialDelayString = "1s")
        void refreshKeys() {
            keys.refreshIfPossible();
        }

        @Scheduled(fixedDelayString = "30s", initialDelayString = "30s")
        void storeLastUses() {
            keys.storeLastUses();
        }
    }

    /** What one process does for all. */
    static final class Tidying {

        private final DashboardSessions sessions;
        private final Turn turn;

        private Tidying(DashboardSessions sessions, Turn turn) {
            this.sessions = sessions;
            this.turn = turn;
        }

        @Scheduled(fixedDelayString = "1h", initialDelayString = "1m")
        void tidySessions() {
            if (turn.isOurs()) {
                sessions.tidyIfPossible();
            }
        }
    }
}

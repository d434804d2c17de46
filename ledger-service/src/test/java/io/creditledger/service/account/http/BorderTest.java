package io.creditledger.service.account.http;

import io.creditledger.service.account.DecisionClock;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.platform.tracing.Traces;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** A test of the border alone, over real HTTP, before a {@link StandInLedger}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = BorderTest.Border.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ledger.api-key=" + LedgerClient.KEY,
            // What the ledger does by itself is no part of the border.
            "ledger.roles=http,commands",
            "axon.axonserver.enabled=false",
            "axon.serializer.general=jackson3"
        })
@interface BorderTest {

    // No component, so that the scan of other tests does not find it.
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "io.creditledger.service.access",
                "io.creditledger.service.platform.http",
                "io.creditledger.service.platform.limits",
                "io.creditledger.service.platform.security",
                "io.creditledger.service.account.http",
                "io.creditledger.service.audit",
                "io.creditledger.service.purchase"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "io\\.creditledger\\.service\\.purchase\\.stripe\\..*"))
    class Border {

        @Bean
        Traces traces() {
            return Traces.NONE;
        }

        @Bean
        StandInLedger standInLedger() {
            return new StandInLedger();
        }

        @Bean
        StandInShop standInShop(StandInLedger ledger, StandInGateway gateway) {
            return new StandInShop(ledger, gateway);
        }

        @Bean
        StandInGateway standInGateway() {
            return new StandInGateway();
        }

        @Bean
        DecisionClock decisionClock() {
            return new DecisionClock(Clock.fixed(StandInLedger.NOON, ZoneOffset.UTC));
        }

        @Bean
        StandInHistory standInHistory() {
            return new StandInHistory();
        }

        @Bean
        StandInArchive standInArchive() {
            return new StandInArchive();
        }

        /** For keys and sessions alone. */
        @Bean
        PostgresForTests postgresForTests() {
            return new PostgresForTests();
        }

        @Bean
        DataSource dataSource(PostgresForTests postgres) {
            return postgres.dataSource(4);
        }

        /** There are no events to keep. */
        @Bean
        String eventStoreSchema() {
            return "none";
        }
    }
}

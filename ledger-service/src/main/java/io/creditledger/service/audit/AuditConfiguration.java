package io.creditledger.service.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assembles what shows the past. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Statements statements(AccountHistory history) {
        return new Statements(history, Clock.systemUTC());
    }

    @Bean
    PastAccounts pastAccounts(AccountHistory history) {
        return new PastAccounts(history, Clock.systemUTC());
    }
}

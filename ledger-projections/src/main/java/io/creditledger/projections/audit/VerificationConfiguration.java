package io.creditledger.projections.audit;

import io.creditledger.projections.platform.Positions;
import io.creditledger.projections.platform.ProjectionsDatabase;
import io.creditledger.projections.platform.Shadows;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the audit of the read models, wherever they run. */
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

    @Bean
    History auditedHistory(ObjectProvider<EventStore> store) {
        return new History(store::getObject);
    }

    @Bean
    StoredAccounts storedAccounts(ObjectProvider<QueryGateway> queries) {
        return new StoredAccounts(queries::getObject);
    }

    @Bean
    VerificationTable verificationTable(ProjectionsDatabase database) {
        return new VerificationTable(database.client());
    }

    @Bean
    AuditDesk auditDesk(
            VerificationTable table,
            Shadows shadows,
            History history,
            StoredAccounts accounts,
            ObjectProvider<Clock> clock) {
        return new AuditDesk(table, new Repair(shadows, history, accounts), clock.getIfUnique(Clock::systemUTC));
    }

    /** Closed before the connections that it works with. */
    @Bean
    Verifications verifications(
            VerificationTable table,
            Shadows shadows,
            History history,
            Positions positions,
            StoredAccounts accounts,
            ObjectProvider<Clock> clock,
            @Value("${ledger.audit.workers:2}") int workers) {
        Clock time = clock.getIfUnique(Clock::systemUTC);
        return new Verifications(
                table, new VerificationWork(shadows, history, positions, accounts, table, time, workers), time);
    }
}

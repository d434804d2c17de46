package io.creditledger.projections.audit;

import io.creditledger.projections.platform.Positions;
import io.creditledger.projections.platform.ProjectionsDatabase;
import io.creditledger.projections.platform.ProjectionsRole;
import io.creditledger.projections.platform.Shadows;
import io.creditledger.projections.platform.ShownAccounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
    CompletenessTable completenessTable(ProjectionsDatabase database) {
        return new CompletenessTable(database.jdbc());
    }

    /** Closed before the connections that it works with. */
    @Bean
    @ConditionalOnProperty(name = ProjectionsRole.PROPERTY, matchIfMissing = true)
    CompletenessCheck completenessCheck(
            StoredAccounts stored,
            ShownAccounts shown,
            Positions positions,
            History history,
            CompletenessTable table,
            ObjectProvider<Clock> clock,
            @Value("${ledger.audit.completeness-interval:10s}") Duration interval) {
        return new CompletenessCheck(
                stored, shown, positions, history, table, clock.getIfUnique(Clock::systemUTC), interval);
    }

    /** Its name, less the suffix, is what health groups call it: {@code completeness}. */
    @Bean
    CompletenessWatch completenessHealthIndicator(
            CompletenessTable table, ObjectProvider<MeterRegistry> registry, ObjectProvider<Clock> clock) {
        return new CompletenessWatch(
                table, registry.getIfUnique(() -> Metrics.globalRegistry), clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    Repair repair(Shadows shadows, History history, StoredAccounts accounts) {
        return new Repair(shadows, history, accounts);
    }

    @Bean
    AuditDesk auditDesk(VerificationTable table, Repair repair, ObjectProvider<Clock> clock) {
        return new AuditDesk(table, repair, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    RebuildTable rebuildTable(ProjectionsDatabase database) {
        return new RebuildTable(database.client());
    }

    @Bean
    RebuildDesk rebuildDesk(
            RebuildTable table,
            Shadows shadows,
            History history,
            StoredAccounts accounts,
            ObjectProvider<Clock> clock) {
        return new RebuildDesk(table, shadows, history, accounts, clock.getIfUnique(Clock::systemUTC));
    }

    /** Closed before the connections that it works with. */
    @Bean
    @ConditionalOnProperty(name = ProjectionsRole.PROPERTY, matchIfMissing = true)
    Rebuilds rebuilds(
            RebuildTable table,
            Shadows shadows,
            History history,
            Positions positions,
            StoredAccounts accounts,
            Repair repair,
            ObjectProvider<Clock> clock,
            @Value("${ledger.audit.workers:2}") int workers) {
        Clock time = clock.getIfUnique(Clock::systemUTC);
        return new Rebuilds(
                table, new RebuildWork(shadows, history, positions, accounts, repair, table, time, workers), time);
    }

    /** Closed before the connections that it works with. */
    @Bean
    @ConditionalOnProperty(name = ProjectionsRole.PROPERTY, matchIfMissing = true)
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

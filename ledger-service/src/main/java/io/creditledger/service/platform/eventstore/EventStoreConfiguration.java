package io.creditledger.service.platform.eventstore;

import io.creditledger.service.account.AnsweredRequests;
import io.creditledger.service.audit.AccountHistory;
import io.creditledger.service.audit.archive.HistoryArchive;
import io.creditledger.service.platform.http.RequestsUnderWay;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Assembles what finds facts, wherever they are stored first. The order in which beans need each other is the order of start, and backwards of stop. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreProperties.class)
class EventStoreConfiguration {

    @Bean
    EventStoreSchema eventStoreSchema(DataSource dataSource) {
        return EventStoreSchema.migrate(dataSource);
    }

    /** Closed before the connections that it drains its queue with. */
    @Bean
    GroupCommit groupCommit(
            @Qualifier("eventWriterDataSource") DataSource dataSource,
            EventStoreProperties properties,
            MeterRegistry registry,
            RequestsUnderWay underWay,
            EventStoreSchema schema) {
        return new GroupCommit(dataSource, properties, new AppendMeters(registry), underWay::count);
    }

    @Bean
    RecentFacts recentFacts() {
        return new RecentFacts();
    }

    @Bean
    StoredFacts storedFacts(
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer serializer,
            Configuration axon,
            UpToDate upToDate,
            EventStoreSchema schema) {
        return new StoredFacts(dataSource, serializer, axon.upcasterChain(), upToDate);
    }

    @Bean
    AnsweredRequests answeredRequests(StoredFacts facts, GroupCommit writer, DataSource dataSource, UpToDate upToDate) {
        return new StoredAnswers(facts, writer, dataSource, upToDate);
    }

    @Bean
    AccountHistory accountHistory(StoredFacts facts) {
        return new StoredHistory(facts);
    }

    @Bean
    HistoryArchive historyArchive(
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer serializer,
            Configuration axon,
            UpToDate upToDate,
            EventStoreSchema schema) {
        boolean ownHistory = upToDate == UpToDate.ALWAYS;
        return new StoredArchive(
                dataSource, new ArchivedFactCheck(serializer, axon.upcasterChain()), upToDate, ownHistory);
    }

    @Bean
    StoredFactsQueries storedFactsQueries(StoredFacts facts) {
        return new StoredFactsQueries(facts);
    }
}

package io.creditledger.service.platform.http;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the key comes from: the operator, or the first start. */
@Configuration(proxyBeanMethods = false)
class ApiKeyConfiguration {

    private static final String ADMIN = "admin";

    @Bean
    // Which has the table for it.
    @DependsOn("eventStoreSchema")
    ApiKeys apiKeys(@Value("${ledger.api-key:}") String given, ObjectProvider<DataSource> dataSource) {
        if (!given.isBlank()) {
            return ApiKeys.given(given.strip());
        }
        JdbcClient database = JdbcClient.create(dataSource.getObject());
        return ApiKeys.generated(hash -> keep(hash, database), ApiKeyConfiguration::announce);
    }

    private static String keep(String hash, JdbcClient database) {
        database.sql("insert into ledger.api_key (name, hash) values (?, ?) on conflict (name) do nothing")
                .param(ADMIN)
                .param(hash)
                .update();
        return database.sql("select hash from ledger.api_key where name = ?")
                .param(ADMIN)
                .query(String.class)
                .single();
    }

    /** On standard output and nowhere else: a log would keep it. */
    private static void announce(String key) {
        System.out.println("API key (shown this once, kept as a hash): " + key);
    }
}

package io.creditledger.service.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The database of this process. Whatever takes its connection details is closed before it, because Spring destroys what
 * depends before what is depended on.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class PostgresConfiguration {

    @Bean
    PostgresServer postgresServer(
            DatabaseProperties properties, @Value("${ledger.data-dir:.data}") String dataDirectory) {
        String url = properties.url();
        if (url == null || url.isBlank()) {
            return EmbeddedPostgresServer.start(Path.of(dataDirectory), properties.embedded());
        }
        return ExternalPostgresServer.at(url, orEmpty(properties.username()), orEmpty(properties.password()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(PostgresServer server, DatabaseProperties properties) {
        JdbcConnectionDetails details = server.connectionDetails();
        if (properties.durabilityCheck()) {
            Durability.require(details);
        }
        return details;
    }

    @Bean
    @Primary
    HikariDataSource dataSource(JdbcConnectionDetails details, DatabaseProperties properties) {
        return Connections.readers(details, properties);
    }

    /** For the event store's writer alone. */
    @Bean(defaultCandidate = false)
    HikariDataSource eventWriterDataSource(JdbcConnectionDetails details, DatabaseProperties properties) {
        return Connections.writer(details, properties);
    }
}

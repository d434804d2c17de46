package io.creditledger.service.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How this process connects: nothing waits for ever, and a pool outlives restarts of PostgreSQL. */
final class Connections {

    private static final String APPLICATION = "credit-ledger";
    private static final int CONNECT_TIMEOUT_SECONDS = 3;
    private static final int STATEMENTS_UNTIL_PREPARED = 3;

    /**
     * PostgreSQL 17 and later also ends what a process left open that stood still between a statement and the few bytes that end it, in
     * which no other limit holds.
     */
    private static final String WRITERS_PATIENCE = "set statement_timeout = '10s'; set lock_timeout = '8s';"
            + " select set_config(name, '12s', false) from pg_settings where name = 'transaction_timeout'";

    private Connections() {}

    /** One connection outside all pools. */
    static Connection open(JdbcConnectionDetails details) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", details.getUsername());
        properties.setProperty("password", details.getPassword());
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
        return DriverManager.getConnection(details.getJdbcUrl(), properties);
    }

    static HikariDataSource readers(JdbcConnectionDetails details, DatabaseProperties properties) {
        HikariConfig config = config(details, properties.connectionTimeout(), properties.socketTimeout());
        config.setPoolName("ledger");
        config.setMaximumPoolSize(properties.poolSize());
        return new HikariDataSource(config);
    }

    /**
     * The two connections of the event store's writer, which no crowd of readers can take. Each of its statements commits by itself, and
     * PostgreSQL ends one that takes too long.
     */
    static HikariDataSource writer(JdbcConnectionDetails details, DatabaseProperties properties) {
        HikariConfig config = config(details, properties.connectionTimeout(), Duration.ofSeconds(15));
        config.setPoolName("ledger-writer");
        config.setMaximumPoolSize(2);
        // An append must see what was committed while it waited for its turn, however the database is set.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(WRITERS_PATIENCE);
        return new HikariDataSource(config);
    }

    private static HikariConfig config(
            JdbcConnectionDetails details, Duration connectionTimeout, Duration socketTimeout) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(details.getJdbcUrl());
        config.setUsername(details.getUsername());
        config.setPassword(details.getPassword());
        config.setConnectionTimeout(connectionTimeout.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.addDataSourceProperty("ApplicationName", APPLICATION);
        config.addDataSourceProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        config.addDataSourceProperty("socketTimeout", socketTimeout.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("prepareThreshold", STATEMENTS_UNTIL_PREPARED);
        return config;
    }
}

package io.creditledger.projections.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The database of the read models: schema {@code projections}, with connections and transactions of its own. It is one bean and
 * not a data source and a transaction manager, so that nothing meant for the event store can take them by their type.
 */
public final class ProjectionsDatabase implements AutoCloseable {

    /*
     * Commits need not wait for the disk: rows and place in the history are lost together and made again from the events.
     *
     * Every statement here finds its rows by key. A plan made while a table was empty would scan it, and go on doing so
     * when the table has grown, until statistics are gathered; without these kinds of plan there is none but the index.
     */
    private static final String SESSION = """
            set synchronous_commit = off;
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off;
            set statement_timeout = '30s';
            set idle_in_transaction_session_timeout = '60s';
            """;

    private final HikariDataSource dataSource;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionManager transactions;
    private final ConnectionProvider connections;

    ProjectionsDatabase(JdbcConnectionDetails server, ProjectionsProperties properties) {
        this.dataSource = new HikariDataSource(pool(server, properties));
        this.jdbc = new JdbcTemplate(dataSource);
        this.client = JdbcClient.create(jdbc);
        this.transactions = new SpringTransactionManager(new JdbcTransactionManager(dataSource));
        this.connections = new SpringDataSourceConnectionProvider(dataSource);
        migrate();
    }

    private static HikariConfig pool(JdbcConnectionDetails server, ProjectionsProperties properties) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("projections");
        pool.setJdbcUrl(server.getJdbcUrl());
        pool.setUsername(server.getUsername());
        pool.setPassword(server.getPassword());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setMinimumIdle(Math.min(4, properties.poolSize()));
        pool.setConnectionTimeout(5_000);
        pool.setValidationTimeout(2_000);
        pool.setConnectionInitSql(SESSION);
        pool.addDataSourceProperty("ApplicationName", "ledger-projections");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // A server that vanished without a word must not keep a segment for ever.
        pool.addDataSourceProperty("socketTimeout", "60");
        return pool;
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas("projections")
                    .locations("classpath:db/migration/projections")
                    .load()
                    .migrate();
        } catch (RuntimeException failure) {
            dataSource.close();
            throw failure;
        }
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public JdbcClient client() {
        return client;
    }

    DataSource dataSource() {
        return dataSource;
    }

    TransactionManager transactions() {
        return transactions;
    }

    ConnectionProvider connections() {
        return connections;
    }

    <T> T inTransaction(Supplier<T> work) {
        return transactions.fetchInTransaction(work);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}

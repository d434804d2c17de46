package io.creditledger.projections.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
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
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database of the read models: schema {@code projections}, with connections and transactions of its own. It is one bean and
 * not a data source and a transaction manager, so that nothing meant for the event store can take them by their type.
 */
public final class ProjectionsDatabase implements AutoCloseable {

    /** Where the read models' tables are. Their statements name no schema, so that a {@link Shadow} can stand before it. */
    public static final String SCHEMA = "projections";

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

    private final DataSource dataSource;
    private final AutoCloseable connectionsInUse;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final PlatformTransactionManager platformTransactions;
    private final TransactionManager transactions;
    private final ConnectionProvider connections;

    ProjectionsDatabase(JdbcConnectionDetails server, ProjectionsProperties properties) {
        this(new HikariDataSource(pool(server, properties)));
        migrate(SCHEMA);
        migrate("audit");
    }

    private ProjectionsDatabase(HikariDataSource pool) {
        this(pool, pool);
    }

    private ProjectionsDatabase(DataSource dataSource, AutoCloseable connectionsInUse) {
        this.dataSource = dataSource;
        this.connectionsInUse = connectionsInUse;
        this.jdbc = new JdbcTemplate(dataSource);
        this.client = JdbcClient.create(jdbc);
        this.platformTransactions = new JdbcTransactionManager(dataSource);
        this.transactions = new SpringTransactionManager(platformTransactions);
        this.connections = new SpringDataSourceConnectionProvider(dataSource);
    }

    /** The same database through one connection, whose temporary tables stand before those of the read models. */
    static ProjectionsDatabase through(SingleConnectionDataSource connection) {
        return new ProjectionsDatabase(connection, connection::destroy);
    }

    /**
     * A connection beside the pool, for work that keeps it.
     *
     * @param schema where statements find the tables that they name without one
     */
    static SingleConnectionDataSource connection(
            JdbcConnectionDetails server, String application, String schema, String session) {
        SingleConnectionDataSource connection = new SingleConnectionDataSource();
        connection.setUrl(server.getJdbcUrl());
        connection.setUsername(server.getUsername());
        connection.setPassword(server.getPassword());
        connection.setSuppressClose(true);
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", application);
        properties.setProperty("currentSchema", schema);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        connection.setConnectionProperties(properties);
        new JdbcTemplate(connection).execute(session);
        return connection;
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
        pool.addDataSourceProperty("currentSchema", SCHEMA);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // A server that vanished without a word must not keep a segment for ever.
        pool.addDataSourceProperty("socketTimeout", "60");
        return pool;
    }

    private void migrate(String schema) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(schema)
                    .locations("classpath:db/migration/" + schema)
                    .load()
                    .migrate();
        } catch (RuntimeException failure) {
            close();
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

    PlatformTransactionManager platformTransactions() {
        return platformTransactions;
    }

    ConnectionProvider connections() {
        return connections;
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transactions.fetchInTransaction(work);
    }

    @Override
    public void close() {
        try {
            connectionsInUse.close();
        } catch (Exception failure) {
            throw new IllegalStateException("the connections of the read models could not be closed", failure);
        }
    }
}

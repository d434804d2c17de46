package io.creditledger.service.platform.postgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The PostgreSQL this process works with. Closing it comes after closing every connection. */
sealed interface PostgresServer extends AutoCloseable permits EmbeddedPostgresServer, ExternalPostgresServer {

    JdbcConnectionDetails connectionDetails();

    @Override
    void close();
}

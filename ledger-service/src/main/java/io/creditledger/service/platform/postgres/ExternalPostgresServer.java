package io.creditledger.service.platform.postgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A PostgreSQL that somebody else runs. */
record ExternalPostgresServer(JdbcConnectionDetails connectionDetails) implements PostgresServer {

    private static final String PREFIX = "jdbc:postgresql:";

    static ExternalPostgresServer at(String url, String username, String password) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "LEDGER_DATABASE_URL must begin with " + PREFIX + " as in jdbc:postgresql://localhost:5432/ledger");
        }
        return new ExternalPostgresServer(new Credentials(url, username, password));
    }

    @Override
    public void close() {
        // Whoever started it stops it.
    }
}

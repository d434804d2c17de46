package io.creditledger.service.platform.postgres;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is and how it is reached.
 *
 * @param url the JDBC address of a PostgreSQL; the embedded one is started when there is none
 * @param poolSize connections for readers; the event store's writer has its own
 * @param connectionTimeout how long a caller waits for a free connection
 * @param socketTimeout how long one answer of PostgreSQL may take; a dead network is noticed by it
 * @param durabilityCheck whether a PostgreSQL that may forget commits is refused
 */
@ConfigurationProperties("ledger.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("16") int poolSize,
        @DefaultValue("3s") Duration connectionTimeout,
        @DefaultValue("60s") Duration socketTimeout,
        @DefaultValue("true") boolean durabilityCheck,
        @DefaultValue Embedded embedded) {

    /**
     * The embedded PostgreSQL.
     *
     * @param port 0 for any free one
     * @param sharedBuffers PostgreSQL's own cache, as it writes sizes
     * @param binaries where its programs are unpacked; beside the data when null, because a temporary folder gets swept
     */
    record Embedded(
            @DefaultValue("0") int port,
            @DefaultValue("512MB") String sharedBuffers,
            @Nullable String binaries) {}
}

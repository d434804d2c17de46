package io.creditledger.service.platform.eventstore;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sees to it at the start that a ledger has one history. A database that knows one can't be joined with another store's: balances
 * would be made of both.
 */
final class WhereFactsAre {

    private WhereFactsAre() {}

    /** @throws IllegalStateException when the history of this database is on Axon Server */
    static void requireHere(DataSource dataSource) {
        context(JdbcClient.create(dataSource)).ifPresent(context -> {
            throw new IllegalStateException("The history of this database is on Axon Server, in context " + context
                    + ": name it by LEDGER_AXON_SERVER, or begin with an empty database");
        });
    }

    /** @throws IllegalStateException when this database has a history of its own, or of another context */
    static void requireOnAxonServer(DataSource dataSource, String context) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("insert into ledger.axon_server_copy (context)"
                        + " select :context where not exists (select from ledger.domain_event_entry)"
                        + " on conflict do nothing")
                .param("context", context)
                .update();
        String known = context(jdbc)
                .orElseThrow(() -> new IllegalStateException("This database has a history of its own, which Axon Server"
                        + " does not know: leave LEDGER_AXON_SERVER empty, or begin with an empty database"));
        if (!known.equals(context)) {
            throw new IllegalStateException(
                    "The history of this database is in context " + known + " of Axon Server, not in " + context);
        }
    }

    private static Optional<String> context(JdbcClient jdbc) {
        return jdbc.sql("select context from ledger.axon_server_copy")
                .query(String.class)
                .optional();
    }
}

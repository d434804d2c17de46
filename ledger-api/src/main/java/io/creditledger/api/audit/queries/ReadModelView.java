package io.creditledger.api.audit.queries;

/**
 * Where a read model is in the history.
 *
 * @param lagEvents by how many facts its slowest part is behind
 * @param lagMillis the age of what it shows, in milliseconds; zero when nothing waits to be applied
 * @param deadLetterAccounts how many accounts it has set aside
 * @param deadLetterEvents with how many facts
 */
public record ReadModelView(
        String projection,
        boolean running,
        boolean replaying,
        long lagEvents,
        long lagMillis,
        long deadLetterAccounts,
        long deadLetterEvents) {}

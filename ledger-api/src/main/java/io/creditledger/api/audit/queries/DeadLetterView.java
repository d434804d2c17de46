package io.creditledger.api.audit.queries;

import java.time.Instant;

/**
 * An account that a read model has set aside.
 *
 * @param revision the first fact that could not be applied
 * @param type the name of that fact
 * @param events how many facts wait, that one included
 * @param cause why it could not be applied
 * @param since when it was set aside
 * @param lastTriedAt when it was tried last
 */
public record DeadLetterView(
        String projection,
        String accountId,
        long revision,
        String type,
        long events,
        String cause,
        Instant since,
        Instant lastTriedAt) {}

package io.creditledger.api.account.queries;

import java.time.Instant;

/**
 * Accounts with lots that came into effect or expired without that being booked; answered by a list of
 * {@link io.creditledger.api.account.AccountId}.
 *
 * @param limit how many at the most
 */
public record FindDueAccounts(Instant at, int limit) implements AccountQuery {}

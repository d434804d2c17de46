package io.creditledger.api.audit.queries;

/**
 * How much is stored of an account.
 *
 * @param revision of its last fact
 * @param facts how many there are, if they were to be counted: one more than the revision, unless some are missing; otherwise how many
 *     there should be
 */
public record StoredAccount(String accountId, long revision, long facts) {}

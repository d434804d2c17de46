package io.creditledger.api.audit.queries;

/**
 * How much is stored of an account.
 *
 * @param revision of its last fact
 * @param facts how many there should be: one more than the revision
 */
public record StoredAccount(String accountId, long revision, long facts) {}

package io.creditledger.service.audit.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What the facts of an account come to.
 *
 * @param revision of its last fact
 * @param hash the chain over its facts alone, in the order of their revisions: the same wherever they are
 */
@JsonPropertyOrder({"accountId", "revision", "hash"})
public record ArchivedAccount(String accountId, long revision, String hash) {}

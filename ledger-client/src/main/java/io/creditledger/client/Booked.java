package io.creditledger.client;

import io.creditledger.api.IdempotencyKey;

/**
 * What the ledger has booked, and by which request.
 *
 * @param answer what the ledger answered; the same whenever the request is repeated with its key
 * @param key the request's: the caller's own, or the one that was made for it
 * @param replayed whether an earlier request with the key had booked it: a call that came before, or an attempt of this call
 *     whose answer was lost
 * @param attempts how often the request was sent in this call, 1 or more
 */
public record Booked<T>(T answer, IdempotencyKey key, boolean replayed, int attempts) {}

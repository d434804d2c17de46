package io.creditledger.api.account;

import io.creditledger.api.money.Credits;

/**
 * What one movement took from, or gave back to, one lot.
 *
 * @param amount more than zero
 */
public record Draw(LotId lotId, Credits amount) {}

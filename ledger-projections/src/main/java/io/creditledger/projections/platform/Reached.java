package io.creditledger.projections.platform;

import java.time.Instant;

/**
 * Up to where a read model has applied the facts of an account.
 *
 * @param asOf when the fact of that revision came about
 */
public record Reached(long revision, Instant asOf) {}

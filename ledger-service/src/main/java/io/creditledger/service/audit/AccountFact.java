package io.creditledger.service.audit;

import io.creditledger.api.LedgerEvent;
import java.time.Instant;

/** A fact of an account, with its place in the history. */
public record AccountFact(long revision, Instant occurredAt, LedgerEvent event) {}

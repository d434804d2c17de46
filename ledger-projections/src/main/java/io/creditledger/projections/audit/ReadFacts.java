package io.creditledger.projections.audit;

import io.creditledger.api.audit.queries.Difference;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading facts.
 *
 * @param count how many were read
 * @param broken what is wrong behind them; null when nothing is
 */
record ReadFacts(long count, @Nullable Difference broken) {}

/** Purchases, saved cards and automatic top-ups, and what is still to be done about them: the answers to the purchase queries. */
@NullMarked
package io.creditledger.projections.payments;

import org.jspecify.annotations.NullMarked;

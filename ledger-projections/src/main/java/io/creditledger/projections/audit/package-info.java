/** Shows that the read models are what the facts make of them, and mends those that are not. */
@NullMarked
package io.creditledger.projections.audit;

import org.jspecify.annotations.NullMarked;

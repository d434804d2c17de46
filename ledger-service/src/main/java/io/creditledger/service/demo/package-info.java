/** An account for people who look at the ledger for the first time; only where {@code ledger.demo} is set. */
@NullMarked
package io.creditledger.service.demo;

import org.jspecify.annotations.NullMarked;

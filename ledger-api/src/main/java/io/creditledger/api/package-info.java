/** The published language of the ledger: what can be asked of it, what it remembers, what can be looked up. */
@NullMarked
package io.creditledger.api;

import org.jspecify.annotations.NullMarked;

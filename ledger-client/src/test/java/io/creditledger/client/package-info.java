/** Tests of what the client does by itself; what it does with a ledger is tried in ledger-bench. */
@NullMarked
package io.creditledger.client;

import org.jspecify.annotations.NullMarked;

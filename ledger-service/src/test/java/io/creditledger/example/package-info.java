/** Another service, as a client of the ledger over the bus: sees the published language and Axon, nothing of the ledger's own. */
@NullMarked
package io.creditledger.example;

import org.jspecify.annotations.NullMarked;

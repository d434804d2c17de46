/** How Axon runs the ledger: commands coalesced by account, accounts cached, facts as plain JSON. */
@NullMarked
package io.creditledger.service.platform.axon;

import org.jspecify.annotations.NullMarked;

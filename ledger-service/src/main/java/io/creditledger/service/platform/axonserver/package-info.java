/** The ledger on Axon Server, when an operator names one: its address, its buses, its health. */
@NullMarked
package io.creditledger.service.platform.axonserver;

import org.jspecify.annotations.NullMarked;

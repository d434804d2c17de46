/** What tests and developers do to the simulator beside its Stripe API: faults, banks' decisions, the clock. */
@NullMarked
package io.creditledger.simulator.controls;

import org.jspecify.annotations.NullMarked;

/** A strict, stateful look-alike of Stripe, for development and tests: how to start it. */
@NullMarked
package io.creditledger.simulator;

import org.jspecify.annotations.NullMarked;

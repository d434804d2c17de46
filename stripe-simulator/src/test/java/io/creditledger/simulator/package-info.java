/** The simulator as its callers see it: over HTTP. */
@NullMarked
package io.creditledger.simulator;

import org.jspecify.annotations.NullMarked;

/** What the simulator remembers: objects by kind, in memory and, if wanted, in a file; and what time it is. */
@NullMarked
package io.creditledger.simulator.state;

import org.jspecify.annotations.NullMarked;

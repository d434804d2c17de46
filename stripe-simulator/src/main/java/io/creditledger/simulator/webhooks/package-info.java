/** Events on their way to the receiver: signed, in order, repeated until they are accepted. */
@NullMarked
package io.creditledger.simulator.webhooks;

import org.jspecify.annotations.NullMarked;

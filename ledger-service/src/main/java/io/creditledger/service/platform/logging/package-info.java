/** Logs that nobody can learn a secret or a card number from, however much is logged. */
@NullMarked
package io.creditledger.service.platform.logging;

import org.jspecify.annotations.NullMarked;

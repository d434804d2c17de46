/** Follows single requests through the ledger: what they waited for, and how long. */
@NullMarked
package io.creditledger.service.platform.tracing;

import org.jspecify.annotations.NullMarked;

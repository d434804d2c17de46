/** The credit ledger as one application: its scan of this package finds the beans of every module. */
@NullMarked
package io.creditledger;

import org.jspecify.annotations.NullMarked;

/** Amounts, exact and whole. */
@NullMarked
package io.creditledger.api.money;

import org.jspecify.annotations.NullMarked;

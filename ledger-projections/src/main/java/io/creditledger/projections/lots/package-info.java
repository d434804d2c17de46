/** The lots of an account and when they fall due: the answers to FindLots and FindDueAccounts. */
@NullMarked
package io.creditledger.projections.lots;

import org.jspecify.annotations.NullMarked;

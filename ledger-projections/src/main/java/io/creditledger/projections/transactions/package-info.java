/** The movements of an account: the answer to FindTransactions. */
@NullMarked
package io.creditledger.projections.transactions;

import org.jspecify.annotations.NullMarked;

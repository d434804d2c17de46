/** Read models of the ledger, one package a question. They answer queries alone: no type of a question's package is public. */
@NullMarked
package io.creditledger.projections;

import org.jspecify.annotations.NullMarked;

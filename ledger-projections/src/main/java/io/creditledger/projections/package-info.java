/** Read models of the ledger, one package a question. Nothing here is public: they answer queries alone. */
@NullMarked
package io.creditledger.projections;

import org.jspecify.annotations.NullMarked;

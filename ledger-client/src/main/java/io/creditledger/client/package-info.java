/** What another service speaks with the ledger by: the HTTP contract in Java, and what is to be done when an answer is lost. */
@NullMarked
package io.creditledger.client;

import org.jspecify.annotations.NullMarked;

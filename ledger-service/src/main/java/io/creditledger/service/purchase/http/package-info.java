/** Buying over HTTP: a request becomes a command, and its answer is made of what the account has stored. Nothing is decided here. */
@NullMarked
package io.creditledger.service.purchase.http;

import org.jspecify.annotations.NullMarked;

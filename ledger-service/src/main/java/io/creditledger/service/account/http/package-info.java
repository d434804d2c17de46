/** Credit accounts over HTTP: a request becomes a command or a query, its answer the response. Nothing is decided here. */
@NullMarked
package io.creditledger.service.account.http;

import org.jspecify.annotations.NullMarked;

/** Keys and sessions over HTTP. */
@NullMarked
package io.creditledger.service.access.http;

import org.jspecify.annotations.NullMarked;

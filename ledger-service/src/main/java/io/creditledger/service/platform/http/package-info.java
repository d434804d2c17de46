/** What all of the HTTP interface shares: strict reading of requests, problems as answers, the key that guards it. */
@NullMarked
package io.creditledger.service.platform.http;

import org.jspecify.annotations.NullMarked;

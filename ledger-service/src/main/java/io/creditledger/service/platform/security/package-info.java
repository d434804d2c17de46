/** Who a request is from, and whether it may do what it asks. */
@NullMarked
package io.creditledger.service.platform.security;

import org.jspecify.annotations.NullMarked;

/** How often callers may ask: of each caller, of each account, of each address that shows what is not valid. */
@NullMarked
package io.creditledger.service.platform.limits;

import org.jspecify.annotations.NullMarked;

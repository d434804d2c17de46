/** What can be shown of an account's past, folded from the stored facts and from nothing else. */
@NullMarked
package io.creditledger.service.audit;

import org.jspecify.annotations.NullMarked;

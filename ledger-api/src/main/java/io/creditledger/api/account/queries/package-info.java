/** What can be looked up about credit accounts, and the views that answer. */
@NullMarked
package io.creditledger.api.account.queries;

import org.jspecify.annotations.NullMarked;

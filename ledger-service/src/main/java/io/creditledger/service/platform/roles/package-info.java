/** What this process does of all that a ledger does, and which of several processes does what only one may. */
@NullMarked
package io.creditledger.service.platform.roles;

import org.jspecify.annotations.NullMarked;

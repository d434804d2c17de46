/** The rim: other people's words, kept away from the ledger's own. */
@NullMarked
package io.creditledger.service.platform;

import org.jspecify.annotations.NullMarked;

/** The command line of audits: a client of a ledger that runs, over the HTTP that everybody else uses. */
@NullMarked
package io.creditledger.service.audit.cli;

import org.jspecify.annotations.NullMarked;

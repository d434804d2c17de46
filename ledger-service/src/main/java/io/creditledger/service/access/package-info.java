/** Who may use the ledger: keys of services and people, and sessions of customers at the dashboard. */
@NullMarked
package io.creditledger.service.access;

import org.jspecify.annotations.NullMarked;

/** The credit account: what it decides, and what it needs to know from outside to decide it. */
@NullMarked
package io.creditledger.service.account;

import org.jspecify.annotations.NullMarked;

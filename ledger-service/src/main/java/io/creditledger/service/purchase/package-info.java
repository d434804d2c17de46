/** Purchases and cards between the account, which decides, and the payment provider, which has the money. */
@NullMarked
package io.creditledger.service.purchase;

import org.jspecify.annotations.NullMarked;

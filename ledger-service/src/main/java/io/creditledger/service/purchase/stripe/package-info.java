/** Stripe as the payment provider: calls to it, and its news. The only place that knows Stripe's words. */
@NullMarked
package io.creditledger.service.purchase.stripe;

import org.jspecify.annotations.NullMarked;

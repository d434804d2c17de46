package io.creditledger.service.purchase.stripe;

import io.creditledger.service.purchase.PaymentNews;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an event of Stripe: which it was, and where to look. Never what it carried, which has secrets in it.
 *
 * @param news null when it is about nothing that the ledger looks at
 */
record StripeNotice(
        String eventId,
        String type,
        Instant createdAt,
        @Nullable PaymentNews news) {}

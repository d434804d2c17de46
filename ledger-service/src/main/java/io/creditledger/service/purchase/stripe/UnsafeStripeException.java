package io.creditledger.service.purchase.stripe;

/** Money would go where it must not. The ledger does not start so. */
final class UnsafeStripeException extends IllegalStateException {

    UnsafeStripeException(String why) {
        super(why);
    }
}
